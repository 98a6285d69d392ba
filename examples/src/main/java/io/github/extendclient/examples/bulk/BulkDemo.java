package io.github.extendclient.examples.bulk;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.bulk.BulkReport;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Parses a folder of ten documents, one of them corrupt, in a process that is killed halfway, and
 * then in another process. The server counts the runs.
 */
public final class BulkDemo {
  private static final int DOCUMENTS = 10;
  private static final int KILLED_AFTER = 4;
  private static final String CREATE = "POST /parse_runs";
  private static final long LOOK_NANOS = 1_000_000;

  private BulkDemo() {}

  /**
   * Runs the demonstration.
   *
   * @param out where it prints to
   */
  public static void run(PrintStream out) {
    try (ExtendServer server = ExtendServer.builder().creditsPerRun(1).start()) {
      Path folder = Files.createTempDirectory("extend-bulk");
      try {
        run(server, folder, out);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demonstration has no room for its files.", e);
    }
  }

  private static void run(ExtendServer server, Path folder, PrintStream out) throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 1; i < DOCUMENTS; i++) {
      Files.writeString(inbox.resolve("invoice-" + i + ".txt"), "Total: " + i);
    }
    Files.writeString(inbox.resolve("broken.pdf"), "%PDF-1.7 and no more");
    Path journal = folder.resolve("bulk.journal");
    Path results = folder.resolve("results.jsonl");

    out.println("Bulk: " + DOCUMENTS + " documents, one of them broken");
    kill(server, List.of(inbox.toString(), journal.toString(), results.toString()));
    out.println("  killed when the server had " + server.acceptedCount(CREATE) + " runs");
    try (ExtendClient extend =
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build()) {
      BulkReport report = ParseFolder.parse(extend, inbox, journal, results);
      // A report is one long line; a terminal shows two short ones better.
      out.println("  resumed: " + report.toString().replace(", unfinished", ",\n    unfinished"));
      out.println("  failed runs: " + report.failureReasons());
    }
    out.println(
        "  the server counted "
            + server.acceptedCount(CREATE)
            + " runs, and the file of results has "
            + Files.readAllLines(results).size()
            + " lines");
  }

  private static void kill(ExtendServer server, List<String> files) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParseFolder.class.getName(),
                server.url().toString(),
                server.apiKey(),
                files.get(0),
                files.get(1),
                files.get(2))
            .inheritIO()
            .start();
    while (process.isAlive() && server.acceptedCount(CREATE) < KILLED_AFTER) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
