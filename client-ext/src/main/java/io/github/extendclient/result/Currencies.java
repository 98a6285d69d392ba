package io.github.extendclient.result;

import java.util.Currency;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the currency beside an amount: a sign, or a code by ISO 4217. */
final class Currencies {
  private static final Pattern CANDIDATE =
      Pattern.compile("(?<!\\p{L})([A-Z]{3})(?!\\p{L})|(\\p{Sc})");
  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₩", "KRW", "₽", "RUB", "₪", "ILS");

  private Currencies() {}

  /** Returns a text with each currency replaced. */
  static String replace(String text, String replacement) {
    return CANDIDATE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(isCurrency(found) ? replacement : found.group()));
  }

  /** Returns the code of the first currency; null if there is none or its sign is ambiguous. */
  static @Nullable String code(String text) {
    return CANDIDATE
        .matcher(text)
        .results()
        .filter(Currencies::isCurrency)
        .findFirst()
        .map(found -> found.group(1) != null ? found.group(1) : SIGNS.get(found.group(2)))
        .orElse(null);
  }

  private static boolean isCurrency(MatchResult found) {
    if (found.group(1) == null) {
      return true;
    }
    try {
      Currency.getInstance(found.group(1));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
