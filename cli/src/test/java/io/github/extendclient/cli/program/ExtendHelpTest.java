package io.github.extendclient.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandNames;
import io.github.extendclient.cli.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtendHelpTest {
  private static final List<String> COMMANDS = CommandNames.all();

  @Test
  void theHelpOfEachCommandFitsTheTerminalAndHasNoKeyOption() {
    for (String command : COMMANDS) {
      for (int columns : List.of(80, 120)) {
        CommandRun.End end =
            CommandRun.alone().terminal(columns).of((command + " --help").split(" "));

        assertThat(end.exitCode()).as(command).isZero();
        assertThat(end.out().lines()).as(command).allMatch(line -> line.length() <= columns);
        assertThat(end.out()).as(command).contains("Exit codes:").doesNotContain("--api-key");
      }
    }
  }

  @Test
  void helpNamesEachCommand() {
    CommandRun.End end = CommandRun.alone().of("--help");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out())
        .contains(COMMANDS.stream().map(command -> "\n  " + command.split(" ")[0] + " ").toList());
    assertThat(end.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void coloursAreLeftOutWithNoColor() {
    assertThat(CommandRun.alone().terminal(80).of("operations").out()).doesNotContain("\u001b");
    assertThat(CommandRun.alone().environment("NO_COLOR", null).terminal(80).of("operations").out())
        .contains("\u001b[36m");
  }

  @Test
  void theVersionIsANumber() {
    assertThat(CommandRun.alone().of("--version").out()).matches("extend \\d+\\.\\d+\\.\\d+.*\n");
  }

  @Test
  void completionsKnowCommandsAndOperations() {
    assertThat(CommandRun.alone().of("completion").out())
        .contains("complete -F", "split-pdf", "parseRuns_create", "bashcompinit");
  }

  @Test
  void aMistypedCommandIsNamed() {
    assertThat(CommandRun.alone().of("pars", "a.pdf").err())
        .isEqualTo(
            "There is no command \"extend pars\": similar are parse, pages.\n"
                + "See extend --help for all options.\n");
  }

  @Test
  void withoutACommandTheHelpIsNamed() {
    assertThat(CommandRun.alone().of("runs"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "The command is missing: give one of list, get, watch, cancel.\n"
                    + "See extend runs --help for all options.\n"));
  }
}
