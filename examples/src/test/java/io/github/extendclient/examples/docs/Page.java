package io.github.extendclient.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown, whose blocks of code name their source in a comment above them: {@code <!--
 * snippet: File.java#region -->} or {@code <!-- snippet: File.java: beginning of a declaration
 * -->}, with {@code ..} between two of these for all from the one to the other. {@code with
 * imports} at the end of the comment puts the imports that the code needs above it.
 */
final class Page {
  private static final Pattern BLOCK =
      Pattern.compile("```(java|kotlin|scala|typescript|python|go)");
  private static final Pattern COMMENT =
      Pattern.compile("<!-- snippet: ([\\w./]+)(?:(#|: )(.+?))?( with imports)? -->");
  private static final String EXEMPT = "<!-- not compiled: ";

  private final Path path;
  private final List<String> lines;

  private Page(Path path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  static Page read(Path path) throws IOException {
    return new Page(path, Files.readAllLines(path));
  }

  /** Returns the page as it should be, with each block as in its source. */
  List<String> withCurrentCode() {
    List<String> current = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      current.add(lines.get(i));
      if (BLOCK.matcher(lines.get(i)).matches() && !isExempt(i)) {
        current.addAll(code(i));
        while (!lines.get(i + 1).equals("```")) {
          i++;
        }
      }
    }
    return current;
  }

  List<String> lines() {
    return lines;
  }

  /** Returns the number of blocks that say that they are not compiled, and why. */
  long exemptions() {
    return lines.stream().filter(line -> line.startsWith(EXEMPT)).count();
  }

  private boolean isExempt(int block) {
    return block > 0 && lines.get(block - 1).startsWith(EXEMPT);
  }

  private List<String> code(int block) {
    Matcher comment = COMMENT.matcher(block == 0 ? "" : lines.get(block - 1));
    if (!comment.matches()) {
      throw new IllegalArgumentException(
          path
              + ", line "
              + (block + 1)
              + ": the block does not say where its code comes from. Write <!-- snippet:"
              + " File.java#region --> above it.");
    }
    Source source = Source.named(comment.group(1));
    List<String> code = part(source, comment);
    return comment.group(4) == null ? code : source.withImports(code);
  }

  private static List<String> part(Source source, Matcher comment) {
    String part = comment.group(3);
    if (part == null) {
      return source.lines();
    }
    if (comment.group(2).equals("#")) {
      return source.region(part);
    }
    int range = part.indexOf(" .. ");
    return range < 0
        ? source.declaration(part)
        : source.declarations(part.substring(0, range), part.substring(range + 4));
  }
}
