package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Runs the embedded server in its own process, with commands on its input: {@code seed <number>
 * <file>} creates parse runs and writes their IDs, {@code latency <milliseconds>} delays deletions,
 * {@code deleted} and {@code polled} print how many deletions and reads were accepted.
 */
final class EmbeddedServer {
  static final String DELETE = "DELETE /parse_runs/{id}";
  private static final int AT_ONCE = 32;

  private EmbeddedServer() {}

  /** First argument: the time of processing, in seconds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Duration processing = Duration.ofSeconds(Long.parseLong(arguments[0]));
    try (ExtendServer server = ExtendServer.builder().processingTime(processing).start();
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("url " + server.url());
      System.out.println("key " + server.apiKey());
      String command;
      while ((command = commands.readLine()) != null) {
        String[] words = command.split(" ", 3);
        switch (words[0]) {
          case "seed" -> seed(server, Integer.parseInt(words[1]), Path.of(words[2]));
          case "latency" -> delay(server, Long.parseLong(words[1]));
          case "deleted" -> System.out.println("deleted " + server.acceptedCount(DELETE));
          case "polled" ->
              System.out.println("polled " + server.acceptedCount("GET /parse_runs/{id}"));
          default -> throw new IllegalArgumentException("There is no command \"" + command + "\".");
        }
      }
    }
  }

  private static void delay(ExtendServer server, long millis) {
    server.faults().clear();
    if (millis > 0) {
      server.faults().rate(DELETE, 1, Fault.delay(Duration.ofMillis(millis)));
    }
    System.out.println("set");
  }

  private static void seed(ExtendServer server, int count, Path ids)
      throws IOException, InterruptedException {
    try (ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .build();
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(ids))) {
      ParseRunCreateRequest request = Requests.parse(extend);
      Semaphore places = new Semaphore(AT_ONCE);
      for (int i = 0; i < count; i++) {
        places.acquire();
        extend
            .parseRuns()
            .createAsync(request)
            .whenComplete(
                (run, failure) -> {
                  if (run != null) {
                    println(out, run);
                  }
                  places.release();
                });
      }
      places.acquire(AT_ONCE);
    }
    System.out.println("seeded");
  }

  private static void println(PrintWriter out, ParseRun run) {
    synchronized (out) {
      out.println(run.getId());
    }
  }
}
