package io.github.extendclient.result;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a table as CSV by RFC 4180. */
final class CsvText {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,']\\d+)*([.,]\\d+)?\\s?%?");
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
    csv.append("\r\n");
  }

  private static String value(String text) {
    String safe =
        FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
