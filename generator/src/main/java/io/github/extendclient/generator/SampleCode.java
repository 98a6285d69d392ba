package io.github.extendclient.generator;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An expression of a sample, which wraps its own lines. */
sealed interface SampleCode {
  /** The width of a sample, which is shown in a narrow column. */
  int WIDTH = 68;

  /** Returns the expression on one line; null if it needs several. */
  @Nullable String onOneLine();

  /**
   * Returns the expression.
   *
   * @param indent the indent of its first line
   * @param column the column of its start
   * @return the expression, on one line if it fits
   */
  default String at(int indent, int column) {
    String line = onOneLine();
    return line != null && column + line.length() <= WIDTH ? line : broken(indent);
  }

  /** Returns the expression on several lines, if possible. */
  String broken(int indent);

  private static String gap(int indent) {
    return "\n" + " ".repeat(indent);
  }

  /** A literal or a name. */
  record Word(String text) implements SampleCode {
    @Override
    public String onOneLine() {
      return text;
    }

    @Override
    public String broken(int indent) {
      return text;
    }
  }

  /**
   * A call with arguments.
   *
   * @param head the text before the opening bracket
   * @param arguments the arguments, possibly none
   */
  record Call(String head, List<SampleCode> arguments) implements SampleCode {
    Call(String head, SampleCode... arguments) {
      this(head, List.of(arguments));
    }

    @Override
    public @Nullable String onOneLine() {
      List<@Nullable String> lines = arguments.stream().map(SampleCode::onOneLine).toList();
      return lines.contains(null) ? null : head + "(" + String.join(", ", lines) + ")";
    }

    @Override
    public String broken(int indent) {
      if (arguments.size() == 1 && arguments.get(0) instanceof Json json) {
        return head + "(" + json.broken(indent) + ")";
      }
      return arguments.stream()
          .map(argument -> gap(indent + 4) + argument.at(indent + 4, indent + 4))
          .collect(Collectors.joining(",", head + "(", ")"));
    }
  }

  /**
   * Chained calls.
   *
   * @param first the first call
   * @param others the other calls, each with its leading dot
   */
  record Chain(SampleCode first, List<SampleCode> others) implements SampleCode {
    @Override
    public @Nullable String onOneLine() {
      // Several properties are easier to read one below the other.
      if (others.size() > 2) {
        return null;
      }
      String line = first.onOneLine();
      List<@Nullable String> lines = others.stream().map(SampleCode::onOneLine).toList();
      return line == null || lines.contains(null) ? null : line + String.join("", lines);
    }

    @Override
    public String broken(int indent) {
      return others.stream()
          .map(call -> gap(indent + 4) + call.at(indent + 4, indent + 4))
          .collect(Collectors.joining("", first.broken(indent), ""));
    }
  }

  /** Two related arguments, such as key and value. */
  record Pair(SampleCode key, SampleCode value) implements SampleCode {
    @Override
    public @Nullable String onOneLine() {
      String line = value.onOneLine();
      return line == null ? null : key.onOneLine() + ", " + line;
    }

    @Override
    public String broken(int indent) {
      return key.onOneLine() + "," + gap(indent) + value.at(indent, indent);
    }
  }

  /**
   * JSON as a text block.
   *
   * @param lines the lines of the document
   */
  record Json(List<String> lines) implements SampleCode {
    @Override
    public @Nullable String onOneLine() {
      return null;
    }

    @Override
    public String broken(int indent) {
      String gap = gap(indent + 4);
      return lines.stream()
          .map(line -> gap + line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\""))
          .collect(Collectors.joining("", "\"\"\"", gap + "\"\"\""));
    }
  }
}
