package io.github.extendclient.cli.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.JarProcess;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that is asked to end, and the command that goes on where it ended. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class DeleteInterruptIT {
  private static final int IDS = 3000;

  private final ExtendServer server = ExtendServer.start();

  @TempDir private Path folder;
  private Path ids = Path.of("");
  private Path journal = Path.of("");

  @BeforeEach
  void write() throws IOException {
    // IDs that the server does not know: each is sent once and counts as already gone.
    List<String> lines = IntStream.range(0, IDS).mapToObj(i -> "file_" + i).toList();
    ids = Files.write(folder.resolve("ids.txt"), lines);
    journal = folder.resolve("ids.journal");
    server.faults().rate("DELETE /files/{id}", 1, Fault.delay(Duration.ofMillis(20)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sigtermStopsInOrderAndTheSameCommandContinues() throws Exception {
    Process child = start();
    awaitFirstProgress(child);

    JarProcess.signal(child, "TERM");

    assertStoppedInOrder(child, 143);
    runAgain();
  }

  @Test
  void ctrlCStopsInOrderAndTheSameCommandContinues() throws Exception {
    Process child = start();
    awaitFirstProgress(child);

    JarProcess.signal(child, "INT");

    assertStoppedInOrder(child, 130);
    runAgain();
  }

  private Process start() throws IOException {
    return JarProcess.to(
            server.url().toString(),
            server.apiKey(),
            List.of(
                "delete", ids.toString(), "--journal", journal.toString(), "--concurrency", "4"))
        .start();
  }

  private static void awaitFirstProgress(Process child) throws IOException {
    BufferedReader err = child.errorReader();
    assertThat(err.readLine()).contains(" of 3,000 IDs (0 %)");
  }

  private void assertStoppedInOrder(Process child, int exitCode) throws Exception {
    boolean ended = child.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      child.destroyForcibly();
    }
    assertThat(ended).isTrue();
    assertThat(child.exitValue()).isEqualTo(exitCode);
    assertThat(child.errorReader().lines().filter(line -> !line.contains(" IDs (")))
        .containsExactly(
            "",
            "Stopping: waiting for the requests that are under way.",
            "Stopped before the end. To continue, run the same command again: the journal "
                + journal
                + " has what is done.");
    assertThat(child.inputReader().lines().collect(Collectors.joining("\n")))
        .matches("0 deleted, [\\d,]+ already gone, in .* s\\.");
    assertThat(Files.readAllLines(journal)).hasSize(server.count("DELETE /files/{id}") + 1);
  }

  private void runAgain() {
    server.faults().clear();
    CommandRun.End end =
        CommandRun.on(server)
            .of(
                "delete",
                ids.toString(),
                "--journal",
                journal.toString(),
                "--concurrency",
                "16",
                "--progress",
                "none");

    assertThat(end.exitCode()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(server.count("DELETE /files/{id}")).as("each asked for once").isEqualTo(IDS);
  }
}
