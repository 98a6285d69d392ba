package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job in this process, with its own documents, against the embedded server. */
public final class FlinkDemo {
  private static final int DOCUMENTS = 40;

  private FlinkDemo() {}

  /**
   * Runs the demonstration.
   *
   * @param args none
   * @throws Exception if the job fails
   */
  public static void main(String... args) throws Exception {
    Path folder = Files.createTempDirectory("extend-flink");
    try (ExtendServer server = ExtendServer.start()) {
      String url = server.url().toString();
      ParseDocuments function =
          new ParseDocuments(
              () -> ExtendClient.builder().baseUrl(url).apiKey(ExtendServer.DEFAULT_API_KEY),
              "demonstration",
              1000,
              Duration.ofSeconds(2));
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(
              2, ParseJob.settings(Duration.ofMillis(500)));
      Path results = folder.resolve("results");
      ParseJob.define(environment, documents(folder, DOCUMENTS), results, function);
      environment.execute();
      System.out.println("Flink: " + DOCUMENTS + " documents");
      System.out.println(
          "  the server counted " + server.acceptedCount("POST /parse_runs") + " runs");
      System.out.println("  the results have " + lines(results).size() + " lines");
    } finally {
      delete(folder);
    }
  }

  /** Writes documents and a list of them; returns the list. */
  static Path documents(Path folder, int count) throws IOException {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path document = Files.writeString(folder.resolve("invoice-" + i + ".txt"), "Total: " + i);
      paths.add(document.toString());
    }
    return Files.write(folder.resolve("documents.list"), paths);
  }

  /** Returns the lines of all complete files. */
  static List<String> lines(Path results) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(results)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!path.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(path));
        }
      }
    }
    return lines;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
