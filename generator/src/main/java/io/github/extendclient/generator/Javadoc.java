package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Javadoc comment, wrapped at the width of the code. */
final class Javadoc {
  // Text in one of these is not wrapped.
  private static final Pattern WORD =
      Pattern.compile("(?:\\{@link [^}]*\\}|<a href=\"[^\"]*\">|[^\\s{<]|[{<])+");

  private final Markdown markdown;
  private final List<String> blocks = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  Javadoc(Markdown markdown) {
    this.markdown = markdown;
  }

  /** Adds Markdown of the specification; null for none. */
  Javadoc text(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      List<String> added = markdown.blocks(text);
      if (blocks.isEmpty()) {
        blocks.addAll(added);
      } else {
        added.forEach(block -> blocks.add(block.startsWith("<") ? block : "<p>" + block));
      }
    }
    return this;
  }

  /** Adds a paragraph of Javadoc. */
  Javadoc html(String html) {
    blocks.add(blocks.isEmpty() ? html : "<p>" + html);
    return this;
  }

  Javadoc tag(String name, String html) {
    tags.add("@" + name + " " + html);
    return this;
  }

  Javadoc deprecatedIf(boolean deprecated) {
    return deprecated ? tag("deprecated", "The API marks it as deprecated.") : this;
  }

  Javadoc seeIf(@Nullable String url) {
    if (url == null) {
      return this;
    }
    String escaped = url.replace("\\", "%5C").replace("\"", "%22").replace("*/", "*%2F");
    return tag("see", "<a href=\"" + escaped + "\">API reference</a>");
  }

  /** Returns the indented comment, without a trailing line break. */
  String at(int indent) {
    String gap = " ".repeat(indent);
    if (tags.isEmpty() && blocks.size() == 1) {
      String one = gap + "/** " + blocks.get(0) + " */";
      if (one.length() <= Layout.WIDTH && one.indexOf('\n') < 0) {
        return one;
      }
    }
    List<String> lines = new ArrayList<>();
    for (String block : blocks) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (String line : block.split("\n")) {
        int deeper = line.length() - line.stripLeading().length();
        fill(lines, line.strip(), " ".repeat(deeper), deeper == 0 ? "" : "      ", indent);
      }
    }
    if (!lines.isEmpty() && !tags.isEmpty()) {
      lines.add("");
    }
    for (String tag : tags) {
      fill(lines, tag, "", "    ", indent);
    }
    StringBuilder comment = new StringBuilder(gap).append("/**\n");
    for (String line : lines) {
      comment.append(gap).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }
    return comment.append(gap).append(" */").toString();
  }

  private static void fill(List<String> lines, String text, String first, String next, int indent) {
    int width = Layout.WIDTH - indent - 3;
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (!empty && line.length() + 1 + word.group().length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      if (!empty) {
        line.append(' ');
      }
      line.append(word.group());
      empty = false;
    }
    lines.add(line.toString());
  }
}
