package io.github.extendclient.result;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a table as CSV by RFC 4180. */
final class CsvText {
  /** Invisible characters may precede the sign: programs remove them when they read a file. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠]");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d++(?:[.,']\\d++)*+|[.,]\\d++)\\s?%?");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

  private CsvText() {}

  static String of(Table table) {
    StringBuilder csv = new StringBuilder();
    if (!table.header().isEmpty()) {
      line(csv, table.header());
    }
    table.rows().forEach(row -> line(csv, row.texts()));
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(value(texts.get(i)));
    }
    // Readers skip an empty line, which would be a row with one empty text.
    boolean isEmptyLine = texts.size() == 1 && texts.get(0).isEmpty();
    csv.append(isEmptyLine ? "\"\"" : "").append("\r\n");
  }

  private static String value(String text) {
    boolean isFormula = FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
    String safe = isFormula ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
