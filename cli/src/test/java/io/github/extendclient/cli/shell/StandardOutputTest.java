package io.github.extendclient.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.ServerDocuments;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.TestClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Standard output that cannot be written to. */
@Timeout(60)
class StandardOutputTest {
  private final TestClock clock = new TestClock();
  private final ExtendServer server = ExtendServer.builder().clock(clock).start();
  private final ServerDocuments documents = new ServerDocuments(server, clock);
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    documents.close();
    server.close();
  }

  /** Fails as a full disk or a closed pipe does. */
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private CommandRun onFullDisk() {
    return CommandRun.on(server).output(failing("No space left on device"));
  }

  private CommandRun onClosedPipe() {
    return CommandRun.on(server).output(failing("Broken pipe"));
  }

  @Test
  void resultsLostOnAFullDiskAreAFailure() {
    documents.files(3);
    CommandRun.End lost =
        new CommandRun.End(5, "", "Standard output cannot be written: No space left on device.\n");

    for (String command :
        List.of(
            "--help",
            "operations",
            "files list",
            "delete --list --kind files",
            "call files_list",
            "call files_list --all-pages")) {
      assertThat(onFullDisk().of(command.split(" "))).as(command).isEqualTo(lost);
    }
  }

  @Test
  void aListingEndsWithoutAnErrorWhenItsReaderClosesThePipe() {
    documents.files(3);

    for (String command :
        List.of("files list", "delete --list --kind files", "call files_list --all-pages")) {
      assertThat(onClosedPipe().of(command.split(" ")))
          .as(command)
          .isEqualTo(new CommandRun.End(0, "", ""));
    }
  }

  @Test
  void processingStopsWhenItsResultsAreLost() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.writeString(folder.resolve(i + ".txt"), "Total: " + i);
    }

    try (ExtendServer processing = ExtendServer.start()) {
      CommandRun.End end =
          CommandRun.on(processing)
              .output(failing("No space left on device"))
              .of("parse", folder.toString(), "--concurrency", "1");

      assertThat(end.exitCode()).isEqualTo(5);
      assertThat(end.err())
          .startsWith(
              "Standard output cannot be written: No space left on device. The same command");
      assertThat(processing.acceptedCount("POST /parse_runs")).isLessThan(20);
    }
  }
}
