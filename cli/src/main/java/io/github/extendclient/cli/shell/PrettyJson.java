package io.github.extendclient.cli.shell;

/** Indents JSON. Works on the text, so that each number keeps its digits. */
public final class PrettyJson {
  private final String json;
  private final Style style;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private PrettyJson(String json, Style style) {
    this.json = json;
    this.style = style;
  }

  /** {@return well-formed JSON, laid out, without a line end} */
  public static String of(String json, Style style) {
    PrettyJson pretty = new PrettyJson(json, style);
    pretty.write();
    return pretty.text.toString();
  }

  private void write() {
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '{', '[' -> i = open(i, c);
        case '}', ']' -> {
          depth--;
          newLine();
          text.append(c);
        }
        case ',' -> {
          text.append(c);
          newLine();
        }
        case ':' -> text.append(": ");
        case '"' -> i = string(i);
        case ' ', '\n', '\r', '\t' -> {
          // Laid out anew.
        }
        default -> text.append(c);
      }
    }
  }

  private int open(int start, char c) {
    int next = start + 1;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    text.append(c);
    if (next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']')) {
      text.append(json.charAt(next));
      return next;
    }
    depth++;
    newLine();
    return start;
  }

  private int string(int start) {
    int end = start + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    String token = json.substring(start, end + 1);
    int next = end + 1;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    boolean isName = next < json.length() && json.charAt(next) == ':';
    text.append(isName ? style.name(token) : token);
    return end;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }
}
