package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the pages show only code that is compiled and run here. */
class SnippetsTest {
  private static final Path ROOT = Path.of("..");
  private static final String UPDATE =
      "Update the pages with: mvn -pl examples test -Dtest=SnippetsTest -Dsnippets.update=true";

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsTheCodeThatIsCompiled(Path path) throws IOException {
    Page page = Page.read(path);
    List<String> current = page.withCurrentCode();
    if (Boolean.getBoolean("snippets.update")) {
      if (!current.equals(page.lines())) {
        Files.write(path, current);
      }
      return;
    }

    assertThat(page.lines()).as(path + ": " + UPDATE).isEqualTo(current);
  }

  /** It needs Redis, which this build does not have. */
  @Test
  void onlyTheSharedLimiterIsNotCompiled() throws IOException {
    for (Path path : pages()) {
      assertThat(Page.read(path).exemptions())
          .as(path.toString())
          .isEqualTo(path.endsWith("pacing.md") ? 1 : 0);
    }
  }
}
