package io.github.extendclient.benchmarks.document;

import java.util.Random;

/**
 * Text like that of business documents: mostly ASCII, with a few characters that JSON has to
 * escape.
 */
final class Prose {
  private static final String[] WORDS = {
    "invoice",
    "total",
    "amount",
    "due",
    "payment",
    "customer",
    "account",
    "statement",
    "balance",
    "the",
    "of",
    "and",
    "to",
    "for",
    "within",
    "thirty",
    "days",
    "net",
    "tax",
    "value",
    "order",
    "delivery",
    "address",
    "quantity",
    "unit",
    "price",
    "description",
    "period",
    "agreement",
    "party",
    "shall",
    "services",
    "terms",
    "conditions",
    "section",
    "schedule",
    "date",
    "number",
    "Müller",
    "café",
    "€",
    "1,204.50",
    "2026-03-21",
    "No.",
    "#4471"
  };

  private final Random random;

  Prose(Random random) {
    this.random = random;
  }

  String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  String sentence(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = word();
      switch (random.nextInt(60)) {
        case 0 -> text.append('"').append(word).append('"');
        case 1 -> text.append(word).append('\n');
        default -> text.append(word);
      }
      text.append(i + 1 == words ? "." : " ");
    }
    return text.toString();
  }

  String table(int rows, int columns) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      text.append('|');
      for (int column = 0; column < columns; column++) {
        text.append(' ').append(word()).append(' ').append(random.nextInt(10_000)).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Words with an exact number of bytes. */
  static String filling(int bytes) {
    return "lorem ipsum dolor sit amet ".repeat(bytes / 27 + 1).substring(0, bytes);
  }

  /** An ID, such as {@code pr_Xj8mK2pL9nR4vT7qY5wZ}. */
  String id(String prefix) {
    String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 20; i++) {
      id.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return id.toString();
  }
}
