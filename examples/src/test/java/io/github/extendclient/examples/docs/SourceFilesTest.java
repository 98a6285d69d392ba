package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that source files are short, or that their first comment says why not. */
class SourceFilesTest {
  private static final int MOST_LINES = 400;

  /** The form of the reason, such as {@code // Over 400 lines: half of it is Javadoc.} */
  private static final String REASON = "Over 400 lines: ";

  private static final String[] ENDINGS = {
    ".java",
    ".kt",
    ".scala",
    ".mustache",
    ".css",
    ".js",
    ".mjs",
    ".ts",
    ".py",
    ".go",
    ".sh",
    "pom.xml"
  };

  @Test
  void aSourceFileOver400LinesSaysWhyInItsFirstComment() throws IOException {
    var found = new ArrayList<String>();
    for (Path source : SourceFiles.with(ENDINGS)) {
      List<String> lines = Files.readAllLines(source);
      if (lines.size() > MOST_LINES && !firstComment(lines).contains(REASON)) {
        found.add(
            SourceFiles.ROOT.relativize(source)
                + " has "
                + lines.size()
                + " lines: split it, or begin its first comment with \""
                + REASON
                + "\" and the reason");
      }
    }

    assertThat(found).isEmpty();
  }

  /** The first line with a comment; it is at the top of the file. */
  private static String firstComment(List<String> lines) {
    return lines.stream()
        .limit(10)
        .filter(line -> line.matches("\\s*(//|/\\*|\\*|#|<!--|\\{\\{!).*"))
        .findFirst()
        .orElse("");
  }
}
