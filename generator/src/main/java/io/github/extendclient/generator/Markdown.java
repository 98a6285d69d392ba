package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts the Markdown of a specification to the HTML of Javadoc: paragraphs, lists, code, links
 * and emphasis. A code span with the name of an operation becomes a link to its method.
 */
final class Markdown {
  private static final Pattern SPAN =
      Pattern.compile(
          "`([^`]+)`|\\[([^\\]]+)\\]\\((https?://[^)\\s]+)\\)|\\*\\*([^*]+)\\*\\*"
              + "|(?<![\\w*])[*_](\\w[^*_\\n]*)[*_](?![\\w*])");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");

  private final Function<String, @Nullable String> links;

  /**
   * Creates a converter for one file.
   *
   * @param links converts the text of a code span to the target of {@code {@link}}; null for plain
   *     code
   */
  Markdown(Function<String, @Nullable String> links) {
    this.links = links;
  }

  /**
   * Converts the blocks of a text: the first is a plain paragraph, the others have their own tags.
   */
  List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    for (String block : markdown.strip().split("\\n\\s*\\n")) {
      List<String> text = new ArrayList<>();
      List<String> items = new ArrayList<>();
      for (String line : block.split("\\n")) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
          items.add(item.group(1));
        } else if (items.isEmpty()) {
          text.add(line.strip());
        } else {
          items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
        }
      }
      if (!text.isEmpty()) {
        blocks.add((blocks.isEmpty() ? "" : "<p>") + inline(String.join(" ", text)));
      }
      if (!items.isEmpty()) {
        StringBuilder list = new StringBuilder("<ul>\n");
        items.forEach(item -> list.append("  <li>").append(inline(item)).append('\n'));
        blocks.add(list + "</ul>");
      }
    }
    return blocks;
  }

  /** Converts a text without blocks, such as that of a tag. */
  String inline(String markdown) {
    String text = markdown.strip().replaceAll("\\s+", " ");
    StringBuilder html = new StringBuilder();
    Matcher span = SPAN.matcher(text);
    int end = 0;
    while (span.find()) {
      html.append(escape(text.substring(end, span.start())));
      if (span.group(1) != null) {
        html.append(linkOrCode(span.group(1)));
      } else if (span.group(2) != null) {
        html.append("<a href=\"").append(escape(span.group(3))).append("\">");
        html.append(escape(span.group(2))).append("</a>");
      } else if (span.group(4) != null) {
        html.append("<b>").append(escape(span.group(4))).append("</b>");
      } else {
        html.append("<i>").append(escape(span.group(5))).append("</i>");
      }
      end = span.end();
    }
    return html.append(escape(text.substring(end))).toString();
  }

  private String linkOrCode(String text) {
    String link = links.apply(text);
    return link == null ? code(text) : "{@link " + link + "}";
  }

  /** Returns a text as code, without links. */
  static String code(String text) {
    return isBalanced(text) && !text.contains("*/") && !text.contains("\\u")
        ? "{@code " + text + "}"
        : "<code>" + escape(text) + "</code>";
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return depth == 0;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("{@", "&#123;@")
        .replace("@", "&#64;")
        .replace("&#123;&#64;", "&#123;&#64;");
  }
}
