package io.github.extendclient.benchmarks.process;

import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Runs the embedded server in its own process. For each line of input, it prints the requests so
 * far.
 */
final class BulkServer {
  private static final List<String> OPERATIONS =
      List.of("POST /files/upload", "POST /parse_runs", "GET /parse_runs", "GET /parse_runs/{id}");

  private BulkServer() {}

  /** Arguments: the time of processing and the latency of each response, in milliseconds. */
  public static void main(String[] arguments) throws IOException {
    Duration processing = Duration.ofMillis(Long.parseLong(arguments[0]));
    Duration latency = Duration.ofMillis(Long.parseLong(arguments[1]));
    try (ExtendServer server =
            ExtendServer.builder().pendingTime(Duration.ZERO).processingTime(processing).start();
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      if (!latency.isZero()) {
        server.faults().rate(Faults.ANY, 1, Fault.delay(latency));
      }
      System.out.println("url " + server.url());
      System.out.println("key " + server.apiKey());
      while (orders.readLine() != null) {
        System.out.println("runs " + server.acceptedCount("POST /parse_runs"));
        System.out.println("requests " + OPERATIONS.stream().mapToInt(server::count).sum());
      }
    }
  }
}
