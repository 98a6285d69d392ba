package io.github.extendclient.testing.internal.extract;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a label or of the name of a field, normalized for comparison. */
record LabelWords(Set<String> words) {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}#]+");

  /** Abbreviations and synonyms on business documents. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("no", "number"),
          Map.entry("nr", "number"),
          Map.entry("num", "number"),
          Map.entry("#", "number"),
          Map.entry("id", "number"),
          Map.entry("qty", "quantity"),
          Map.entry("amt", "amount"),
          Map.entry("desc", "description"),
          Map.entry("tel", "phone"),
          Map.entry("telephone", "phone"),
          Map.entry("mail", "email"),
          Map.entry("supplier", "vendor"),
          Map.entry("seller", "vendor"),
          Map.entry("client", "customer"),
          Map.entry("buyer", "customer"));

  private static final Set<String> EMPTY_WORDS = Set.of("the", "of", "a", "an", "and", "in", "on");

  static LabelWords of(String text) {
    Set<String> words = new LinkedHashSet<>();
    String spaced = CAMEL.matcher(text).replaceAll(" ").replace("#", " # ");
    for (String word : NOT_WORD.split(spaced.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && !EMPTY_WORDS.contains(word)) {
        String singular =
            word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
        words.add(SAME.getOrDefault(singular, singular));
      }
    }
    return new LabelWords(words);
  }

  LabelWords with(LabelWords more) {
    Set<String> both = new LinkedHashSet<>(words);
    both.addAll(more.words);
    return new LabelWords(both);
  }

  /** The similarity of two labels, from 0 (no word in common) to 1 (the same words). */
  double similarity(LabelWords other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return 0;
    }
    Set<String> common = new LinkedHashSet<>(words);
    common.retainAll(other.words);
    double jaccard = (double) common.size() / (words.size() + other.words.size() - common.size());
    if (common.isEmpty() || jaccard == 1) {
      return jaccard;
    }
    boolean oneHoldsOther = common.size() == Math.min(words.size(), other.words.size());
    return oneHoldsOther ? 0.5 + 0.4 * jaccard : 0.6 * jaccard;
  }
}
