package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one word, which docs/glossary.md lists: others are out of use. */
class WordsTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of(
          "client-documents",
          "client-ext",
          "client-generated",
          "client-testing",
          "generator",
          "spring-boot-starter");

  /** A word out of use, and the one to write. */
  private static final Map<Pattern, String> WORDS =
      Map.of(
          word("(an|the|its|no|whole|complete) answers?"), "response",
          word("time-outs?"), "timeout",
          word("signed address(es)?|pre-?signed"), "signed URL",
          word("(former|older) (API )?version"), "previous API version",
          word("newest API version"), "current API version",
          word("once more"), "again, or retry",
          word("none of ours|did not come to be"), "rejected, with the reason");

  @Test
  void pagesUseTheWordsOfTheGlossary() throws IOException {
    var found = new ArrayList<String>();
    for (Path page : pages()) {
      boolean code = false;
      for (String line : Files.readAllLines(page)) {
        code ^= line.startsWith("```");
        if (!code) {
          check(page, line, found);
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void commentsUseTheWordsOfTheGlossary() throws IOException {
    var found = new ArrayList<String>();
    for (String module : MODULES) {
      for (Path source : files(ROOT.resolve(module).resolve("src/main/java"), ".java")) {
        for (String line : Files.readAllLines(source)) {
          int comment = line.strip().startsWith("*") ? 0 : start(line);
          check(source, line.substring(comment), found);
        }
      }
    }

    assertThat(found).isEmpty();
  }

  private static int start(String line) {
    int comment = Math.max(line.indexOf("// "), line.indexOf("/**"));
    return comment < 0 ? line.length() : comment;
  }

  private static void check(Path file, String line, List<String> found) {
    WORDS.forEach(
        (word, better) -> {
          if (word.matcher(line).find()) {
            found.add(ROOT.relativize(file) + ": write " + better + ": " + line.strip());
          }
        });
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    for (String folder : List.of("", "docs", "docs/contribute")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    for (String module : MODULES) {
      Path page = ROOT.resolve(module).resolve("README.md");
      if (Files.exists(page)) {
        pages.add(page);
      }
    }
    return pages;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Pattern word(String pattern) {
    return Pattern.compile("(?i)\\b(" + pattern + ")\\b");
  }
}
