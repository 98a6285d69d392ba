package io.github.extendclient.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that run long, in a process that receives SIGINT or SIGTERM, while they wait for the
 * server, and before they have sent anything. {@code TranscriptIT} has {@code server}, {@code
 * DeleteInterruptIT} tests {@code delete}.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SignalIT {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final String WITHOUT_JOURNAL =
      "The same command starts from the beginning. With --journal FILE it would continue where it"
          + " ended, and bill nothing twice.";

  /** A server whose runs do not end. */
  private static final ExtendServer SERVER = ExtendServer.builder().processingTime(NEVER).start();

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    SERVER.faults().clear();
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("one.txt"), "One");
    Files.writeString(inbox.resolve("two.txt"), "Two");
    Files.writeString(folder.resolve("ids.txt"), "file_none1\n");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          parse inbox | POST /parse_runs | INT
          parse inbox | POST /parse_runs | TERM
          extract inbox | POST /extract_runs | INT
          classify inbox --config {"classifications":[{"id":"other","type":"other","description":"Any"}]} | POST /classify_runs | TERM
          split inbox --config {"splitClassifications":[{"id":"other","type":"other","description":"Any"}]} | POST /split_runs | INT
          edit inbox --config {"instructions":"None"} | POST /edit_runs | TERM
          """)
  void processingDocumentsStopsInOrder(String command, String create, String signal)
      throws Exception {
    int before = SERVER.count(create);
    Process process = start(command.split(" "));
    await(process, () -> SERVER.acceptedCount(create) == before + 2);

    JarProcess.signal(process, signal);

    assertEnded(
        process,
        signal,
        "\nStopping: waiting for the requests that are under way.\n"
            + "0 processed, 0 credits, in T s.\n"
            + "Stopped before the end: 2 documents have no result. "
            + WITHOUT_JOURNAL
            + "\n");
  }

  @ParameterizedTest
  @CsvSource({"INT", "TERM"})
  void runningAWorkflowStopsInOrder(String signal) throws Exception {
    Process creation =
        JarProcess.to(
                SERVER.url().toString(),
                SERVER.apiKey(),
                List.of(
                    "call",
                    "workflows_create",
                    "name=Texts",
                    "steps:=[{\"type\":\"TRIGGER\",\"name\":\"start\",\"next\":[{\"step\":\"parse\"}]},"
                        + "{\"type\":\"PARSE\",\"name\":\"parse\"}]"))
            .start();
    String workflow = JarProcess.output(creation).replaceAll("(?s).*?\"id\":\"([^\"]+).*", "$1");
    int before = SERVER.count("POST /workflow_runs");
    Process process = start("run", workflow, "inbox", "--journal", "june.journal");
    await(process, () -> SERVER.acceptedCount("POST /workflow_runs") == before + 2);

    JarProcess.signal(process, signal);

    assertEnded(
        process,
        signal,
        "\nStopping: waiting for the requests that are under way.\n"
            + "0 processed, 0 credits, in T s.\n"
            + "Stopped before the end: 2 documents have no result. To continue, run the same command"
            + " again: the journal"
            + " june.journal has what is done.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runs watch RUN        | GET /parse_runs/{id} | Stopped waiting; the runs go on. To continue, run the same command again.
          runs get RUN          | GET /parse_runs/{id} | Stopped before the end. To continue, run the same command again.
          runs list             | GET /parse_runs      | Stopped before the end. To continue, run the same command again.
          files download file_1 | GET /files/{id}      | Stopped before the end. To continue, run the same command again.
          files upload ids.txt  | POST /files/upload   | Stopped while ids.txt was uploaded. To continue, run the same command again.
          delete --kind files   | GET /files           | Stopped before anything was deleted. To continue, run the same command again.
          proof RUN             | GET /parse_runs/{id} | Stopped before the end. To continue, run the same command again.
          call parseRuns_list   | GET /parse_runs      | Stopped before the end. To continue, run the same command again.
          call parseRuns_create | POST /parse_runs     | Stopped while the request was under way. It may have been accepted: look before you send it again.
          """)
  void commandWaitingForAResponseReportsItsProgress(String command, String operation, String says)
      throws Exception {
    for (String signal : List.of("INT", "TERM")) {
      SERVER.faults().clear();
      SERVER.faults().rate(operation, 1, Fault.delay(NEVER));
      int before = SERVER.count(operation);
      Process process = start(command.replace("RUN", "pr_1").split(" "));
      await(process, () -> SERVER.count(operation) > before);

      JarProcess.signal(process, signal);

      assertEnded(process, signal, "\n" + says + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"INT", "TERM"})
  void aReceiverOfWebhooksStopsListening(String signal) throws Exception {
    ProcessBuilder builder = builder("webhooks", "listen", "--port", "0");
    builder.environment().put("EXTEND_WEBHOOK_SECRET", "wss_test");
    Process process = builder.start();
    assertThat(process.errorReader().readLine()).startsWith("Listening on http://127.0.0.1:");

    JarProcess.signal(process, signal);

    assertThat(process.errorReader().lines()).containsExactly("", "Stopped listening.");
    assertThat(process.waitFor()).isEqualTo(exitCode(signal));
  }

  @ParameterizedTest
  @CsvSource({
    "parse inbox, INT",
    "extract inbox, TERM",
    "run workflow_1 inbox, INT",
    "delete ids.txt, TERM",
    "runs watch pr_1, INT",
    "runs list, TERM",
    "files download file_1, INT",
    "files upload ids.txt, TERM",
    "call parseRuns_list, INT"
  })
  void nothingIsSentBeforeTheKeyIsRead(String command, String signal) throws Exception {
    Process process = start((command + " --key-file key").split(" "), pipe("key"));

    try (var writer = Files.newOutputStream(folder.resolve("key"))) {
      // Opening the pipe waited until the command read the key.
      JarProcess.signal(process, signal);

      assertEnded(
          process,
          signal,
          "\nStopped before anything was sent. To continue, run the same command again.\n");
      writer.flush();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT", "TERM"})
  void nothingIsReceivedBeforeTheSecretIsRead(String signal) throws Exception {
    Process process = start("webhooks listen --port 0 --secret-file key".split(" "), pipe("key"));

    try (var writer = Files.newOutputStream(folder.resolve("key"))) {
      JarProcess.signal(process, signal);

      assertEnded(
          process,
          signal,
          "\nStopped before anything was sent. To continue, run the same command again.\n");
      writer.flush();
    }
  }

  private Path pipe(String name) throws Exception {
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start().waitFor())
        .isZero();
    return pipe;
  }

  private Process start(String[] arguments, Path pipe) throws IOException {
    assertThat(pipe).exists();
    return start(arguments);
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) {
    return JarProcess.to(SERVER.url().toString(), SERVER.apiKey(), List.of(arguments))
        .directory(folder.toFile());
  }

  private static void assertEnded(Process process, String signal, String error) throws Exception {
    CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> readAll(process));
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.replaceAll("in \\d+\\.\\d s", "in T s")).isEqualTo(error);
    assertThat(output.get()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(exitCode(signal));
  }

  private static byte[] readAll(Process process) {
    try {
      return process.getInputStream().readAllBytes();
    } catch (IOException e) {
      return e.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static int exitCode(String signal) {
    return signal.equals("INT") ? 130 : 143;
  }

  /** Waits for a condition on the server while the process is alive. */
  private static void await(Process process, BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The process has ended: " + JarProcess.error(process));
      }
    }
  }
}
