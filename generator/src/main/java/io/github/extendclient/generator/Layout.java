package io.github.extendclient.generator;

import java.util.List;

/** Breaks long lines of generated code where a person would. */
final class Layout {
  static final int WIDTH = 100;

  private Layout() {}

  /**
   * A head, arguments in parentheses, and a tail: on one line if they fit, else the arguments on
   * the next line, else each on a line of its own.
   *
   * @param indent columns before the head
   * @param head ends with the opening bracket
   * @param arguments may be empty
   * @param tail begins with the closing bracket
   * @return without the indent of its first line
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

  /** A list in braces: on one line if it fits, else each element on a line of its own. */
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

  /** Calls in a chain: on one line if they fit, else each on a line of its own. */
  static String chain(int indent, String head, List<String> calls, String tail) {
    String one = head + String.join("", calls) + tail;
    if (indent + one.length() <= WIDTH) {
      return one;
    }
    String gap = "\n" + " ".repeat(indent + 4);
    return head + gap + String.join(gap, calls) + tail;
  }

  /** A chain that is assigned: on one line if it fits, else below what it is assigned to. */
  static String assignedChain(
      int indent, String assigned, String head, List<String> calls, String tail) {
    String one = assigned + " " + head + String.join("", calls) + tail;
    if (indent + one.length() <= WIDTH) {
      return one;
    }
    return assigned + "\n" + " ".repeat(indent + 4) + chain(indent + 4, head, calls, tail);
  }

  /** A statement of two parts: on one line if it fits, else the second part on the next one. */
  static String parts(int indent, String first, String second) {
    return indent + first.length() + 1 + second.length() <= WIDTH
        ? first + " " + second
        : first + "\n" + " ".repeat(indent + 4) + second;
  }
}
