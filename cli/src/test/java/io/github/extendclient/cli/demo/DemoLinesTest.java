package io.github.extendclient.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandNames;
import io.github.extendclient.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The lines with {@code --demo} in {@code docs/cli.md}. */
class DemoLinesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> eachShowsSomething() throws IOException {
    return lines().stream().map(line -> DynamicTest.dynamicTest(line, () -> showsSomething(line)));
  }

  @Test
  void everyCommandThatTakesDemoHasOne() throws IOException {
    List<String> lines = lines();

    assertThat(CommandNames.all().stream().filter(DemoLinesTest::takesDemo))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(lines).anyMatch(line -> line.startsWith("extend " + name + " ")));
  }

  private static void showsSomething(String line) {
    String[] arguments =
        WORD.matcher(line.substring("extend ".length()))
            .results()
            .map(word -> word.group().replace("'", ""))
            .map(word -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : word)
            .toArray(String[]::new);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i - 1].equals("--out")) {
        arguments[i] = folder.resolve(arguments[i]).toString();
      }
    }

    CommandRun.End end = CommandRun.alone().of(arguments);

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.err()).startsWith("Demo: ");
    assertThat(end.out().isEmpty() && !end.err().contains("\nWrote ")).isFalse();
  }

  private static boolean takesDemo(String name) {
    return CommandRun.alone().of((name + " --help").split(" ")).out().contains("--demo  ");
  }

  private static List<String> lines() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/cli.md")).replaceAll(" \\\\\n *", " ");
    return page.lines().filter(line -> line.matches("extend .*--demo.*")).toList();
  }
}
