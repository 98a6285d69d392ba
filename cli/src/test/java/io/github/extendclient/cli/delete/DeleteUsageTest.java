package io.github.extendclient.cli.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong arguments of {@code delete} are refused before anything is sent. */
class DeleteUsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          delete | There are no IDs: name a file, - for standard input, or a listing with --kind.
          delete x.txt --kind files | IDs come either from x.txt or from a listing: leave out the one or the other.
          delete --older-than 90d | --kind is missing: say what to list, such as --kind parse-runs,files.
          delete --list | There are no IDs: name a file, - for standard input, or a listing with --kind.
          delete --list --kind run | There is no kind "run": give parse-runs, extract-runs, classify-runs, split-runs, edit-runs, workflow-runs, files or all.
          delete --list --kind files --status FAILED | --status does not fit --kind files, which have none.
          delete --list --kind parse-runs --status DONE | --status DONE does not fit --kind parse-runs: give one of PENDING, PROCESSING, PROCESSED, FAILED, CANCELLED.
          delete --list --kind edit-runs --batch bpr_1 | --batch does not fit --kind edit-runs, which cannot be listed by batch.
          delete --kind files --concurrency 65 | --concurrency is 65: give a number from 1 to 64.
          delete --kind files --rate 0 | --rate is 0.0: give a number above 0, or leave it out for no limit.
          delete --kind files --max-failures 0 | --max-failures is 0: give a number of 1 or more.
          """)
  void says(String command, String message) {
    assertThat(CommandRun.alone().of(command.split(" ")))
        .isEqualTo(new CommandRun.End(2, "", message + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          delete --jurnal x | There is no option "--jurnal" | extend delete
          delete --list --kind files --older-than 3m | Invalid value for option '--older-than': "3m" is not an age: give a number with h, d or w for hours, days or weeks, such as 90d. | extend delete
          remove | There is no command "extend remove" | extend
          """)
  void pointsToTheHelp(String command, String message, String helped) {
    CommandRun.End end = CommandRun.alone().of(command.split(" "));

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.out()).isEmpty();
    assertThat(end.err())
        .startsWith(message)
        .endsWith("\nSee " + helped + " --help for all options.\n");
  }

  @Test
  void aMissingKeyIsRefused() {
    assertThat(CommandRun.alone().of("delete", "--list", "--kind", "files"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "There is no API key: set the environment variable EXTEND_API_KEY, or add --demo to"
                    + " try this out on an embedded server.\n"));
  }

  @Test
  void aMalformedUrlIsRefused() {
    CommandRun.End end =
        CommandRun.alone()
            .environment("EXTEND_API_KEY", "sk_1")
            .environment("EXTEND_BASE_URL", "example.com")
            .of("delete", "--list", "--kind", "files");

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.err()).contains("example.com");
  }

  @Test
  void aMissingFileIsRefused() {
    Path missing = folder.resolve("missing.txt");

    assertThat(CommandRun.alone().of("delete", "--dry-run", missing.toString()))
        .isEqualTo(
            new CommandRun.End(
                5,
                "",
                "The file of IDs "
                    + missing
                    + " cannot be read: there is no such file or folder.\n"));
  }

  @Test
  void aFileThatIsNotAJournalIsRefused() throws IOException {
    Path ids = Files.writeString(folder.resolve("ids.txt"), "file_1\n");
    Path journal = Files.writeString(folder.resolve("notes.txt"), "Dear diary\n");

    try (ExtendServer server = ExtendServer.start()) {
      CommandRun.End end =
          CommandRun.on(server).of("delete", ids.toString(), "--journal", journal.toString());

      assertThat(end.exitCode()).isEqualTo(5);
      assertThat(end.err()).startsWith("The file " + journal + " is not a journal of deletions:");
      assertThat(server.requests()).isEmpty();
    }
    assertThat(journal).hasContent("Dear diary");
  }

  @Test
  void aReportThatCannotBeWrittenIsRefused() throws IOException {
    Path ids = Files.writeString(folder.resolve("ids.txt"), "file_1\n");

    try (ExtendServer server = ExtendServer.start()) {
      CommandRun.End end =
          CommandRun.on(server)
              .of("delete", ids.toString(), "--report", folder.resolve("no/report").toString());

      assertThat(end.exitCode()).isEqualTo(5);
      assertThat(end.err()).startsWith("The report " + folder.resolve("no/report"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void helpFitsTheTerminalAndHasNoKeyOption() {
    CommandRun.End end = CommandRun.alone().of("delete", "--help");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out())
        .startsWith(
            "Delete runs and files, any number of them.\nUsage: extend delete FILE [options]\n")
        .contains("--journal", "--older-than", "   130   interrupted by Ctrl-C")
        .doesNotContain("--api-key");
    assertThat(end.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
