package io.github.extendclient.generator;

import java.util.List;

/** Wraps long lines of generated code in the usual style. */
final class Layout {
  static final int WIDTH = 100;

  private Layout() {}

  /**
   * Formats a head, arguments in parentheses, and a tail: on one line if they fit, else with the
   * arguments on the next line, else with each argument on its own line.
   *
   * @param indent columns before the head
   * @param head ends with the opening bracket
   * @param arguments the arguments, possibly none
   * @param tail starts with the closing bracket
   * @return the code, without the indent of its first line
   */
  static String call(int indent, String head, List<String> arguments, String tail) {
    String one = head + String.join(", ", arguments) + tail;
    if (indent + one.length() <= WIDTH || arguments.isEmpty()) {
      return one;
    }
    String gap = "\n" + " ".repeat(indent + 4);
    String together = String.join(", ", arguments) + tail;
    if (indent + 4 + together.length() <= WIDTH) {
      return head + gap + together;
    }
    String deeper = gap + "    ";
    StringBuilder lines = new StringBuilder(head);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i) + (i + 1 < arguments.size() ? "," : tail);
      int space = argument.lastIndexOf(") ", argument.lastIndexOf(") ") - 1);
      boolean fits = indent + 4 + argument.length() <= WIDTH || space < 0;
      lines.append(gap);
      lines.append(
          fits
              ? argument
              : argument.substring(0, space + 1) + deeper + argument.substring(space + 2));
    }
    return lines.toString();
  }

  /** Formats a list in braces: on one line if it fits, else with each element on its own line. */
  static String braces(int indent, String head, List<String> elements, String tail) {
    String one = head + "{" + String.join(", ", elements) + "}" + tail;
    if (indent + one.length() <= WIDTH || elements.isEmpty()) {
      return one;
    }
    String gap = "\n" + " ".repeat(indent + 2);
    return head
        + "{"
        + gap
        + String.join("," + gap, elements)
        + "\n"
        + " ".repeat(indent)
        + "}"
        + tail;
  }

  /** Formats chained calls: on one line if they fit, else each on its own line. */
  static String chain(int indent, String head, List<String> calls, String tail) {
    String one = head + String.join("", calls) + tail;
    if (indent + one.length() <= WIDTH) {
      return one;
    }
    String gap = "\n" + " ".repeat(indent + 4);
    return head + gap + String.join(gap, calls) + tail;
  }

  /** Formats an assigned chain: on one line if it fits, else below the assigned variable. */
  static String assignedChain(
      int indent, String assigned, String head, List<String> calls, String tail) {
    String one = assigned + " " + head + String.join("", calls) + tail;
    if (indent + one.length() <= WIDTH) {
      return one;
    }
    return assigned + "\n" + " ".repeat(indent + 4) + chain(indent + 4, head, calls, tail);
  }

  /** Formats a conditional expression: on one line if it fits, else each part on its own line. */
  static String choice(int indent, String condition, String then, String otherwise) {
    String one = condition + " ? " + then + " : " + otherwise;
    if (indent + one.length() <= WIDTH) {
      return one;
    }
    String gap = "\n" + " ".repeat(indent + 4);
    return condition + gap + "? " + then + gap + ": " + otherwise;
  }

  /** Formats a statement of two parts: on one line if it fits, else on two. */
  static String parts(int indent, String first, String second) {
    return indent + first.length() + 1 + second.length() <= WIDTH
        ? first + " " + second
        : first + "\n" + " ".repeat(indent + 4) + second;
  }
}
