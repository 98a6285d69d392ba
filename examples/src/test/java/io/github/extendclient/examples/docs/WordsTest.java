package io.github.extendclient.examples.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that comments and pages use the words of docs/glossary.md. */
class WordsTest {
  /** A word that is not used, and the word to write. */
  private static final Map<Pattern, String> WORDS =
      Map.ofEntries(
          entry(word("(an|the|its|no|whole|complete) answers?"), "response"),
          entry(word("time-outs?"), "timeout"),
          entry(word("signed address(es)?|pre-?signed"), "signed URL"),
          entry(word("(former|older) (API )?version"), "previous API version"),
          entry(word("newest API version"), "current API version"),
          entry(word("once more"), "again, or retry"),
          entry(word("none of ours|did not come to be"), "rejected, with the reason"),
          entry(word("(gone?|goes) on with"), "continue"),
          entry(word("pass(es|ed|ing)? over"), "skip, or ignore"),
          entry(word("hears? of"), "receives, or is called for"),
          entry(word("one's own"), "own, or your own"),
          entry(word("(held?|holds) \\S+( \\S+)? against"), "compare with"),
          entry(word("has no word for"), "cannot express"),
          entry(word("for ever"), "without end"));

  /** What a name of a test is not made of: words without spaces, as they occur in camel case. */
  private static final Map<Pattern, String> NAMES =
      Map.of(
          Pattern.compile("(?:^a|A)nswer"), "response",
          Pattern.compile("(?:Is|Are)(?:Not)?Repeated"), "retried",
          Pattern.compile("GoneOn|(?:^p|P)ass(?:es|ed)?Over"), "continued, skipped, or ignored",
          Pattern.compile("OnesOwn"), "own",
          Pattern.compile("(?:^o|O)ld(?:er)?Version"), "previous version",
          Pattern.compile("(?:^p|P)resigned|(?:^s|S)ignedAddress"), "signed URL",
          Pattern.compile("(?:^t|T)imeOut(?!s)"), "timeout");

  private static final int LONGEST_NAME = 70;
  private static final Pattern TEST = Pattern.compile("void (\\w+)\\(");

  @Test
  void pagesUseTheWordsOfTheGlossary() throws IOException {
    var found = new ArrayList<String>();
    for (Path page : SourceFiles.with(".md")) {
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
    for (Path source : SourceFiles.with(".java", ".kt", ".scala")) {
      for (String line : Files.readAllLines(source)) {
        int comment = line.strip().startsWith("*") ? 0 : start(line);
        check(source, line.substring(comment), found);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void testsUseTheWordsOfTheGlossaryInTheirNames() throws IOException {
    var found = new ArrayList<String>();
    for (Path source : SourceFiles.with("Test.java", "IT.java")) {
      for (String line : Files.readAllLines(source)) {
        Matcher test = TEST.matcher(line);
        if (test.find()) {
          NAMES.forEach(
              (word, better) -> {
                if (word.matcher(test.group(1)).find()) {
                  found.add(
                      SourceFiles.ROOT.relativize(source)
                          + ": write "
                          + better
                          + ": "
                          + test.group(1));
                }
              });
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void namesOfTestsAreShort() throws IOException {
    var found = new ArrayList<String>();
    for (Path source : SourceFiles.with("Test.java", "IT.java")) {
      TEST.matcher(Files.readString(source))
          .results()
          .map(test -> test.group(1))
          .filter(name -> name.length() > LONGEST_NAME)
          .forEach(name -> found.add(SourceFiles.ROOT.relativize(source) + ": " + name));
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
            found.add(
                SourceFiles.ROOT.relativize(file) + ": write " + better + ": " + line.strip());
          }
        });
  }

  private static Pattern word(String pattern) {
    return Pattern.compile("(?i)\\b(" + pattern + ")\\b");
  }
}
