package io.github.extendclient.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.ExtendServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A TaskManager, a process of its own, is killed by SIGKILL half-way. */
@Timeout(180)
class TaskManagerKillTest {
  private static final int DOCUMENTS = 120;
  private static final int PARALLELISM = 4;
  private static final String CREATE = "POST /parse_runs";

  @TempDir private Path folder = Path.of("");

  @Test
  void everyDocumentHasOneRunAndOneResult() throws Exception {
    Path results = folder.resolve("results");
    try (ExtendServer server =
            ExtendServer.builder()
                .processingTime(Duration.ofMillis(300))
                .visibilityDelay(Duration.ofMillis(300))
                .start();
        FlinkProcesses cluster = FlinkProcesses.start(folder.resolve("flink"), PARALLELISM / 2)) {
      Process killed = cluster.startTaskManager();
      cluster.startTaskManager();
      JobClient job = submit(cluster, server, results);
      CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
      while (server.acceptedCount(CREATE) < DOCUMENTS / 2 && !end.isDone()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      int before = server.count("GET /parse_runs");

      killed.destroyForcibly().waitFor();
      cluster.startTaskManager();

      assertThat(end).succeedsWithin(Duration.ofMinutes(2));
      assertThat(server.acceptedCount(CREATE)).isEqualTo(DOCUMENTS);
      assertThat(before).as("lists searched by the first attempt").isZero();
      assertThat(server.count("GET /parse_runs")).as("lists searched by the second").isPositive();
      assertThat(documentsIn(FlinkDemo.lines(results))).hasSize(DOCUMENTS).doesNotHaveDuplicates();
    }
  }

  private JobClient submit(FlinkProcesses cluster, ExtendServer server, Path results)
      throws Exception {
    String url = server.url().toString();
    ParseDocuments function =
        new ParseDocuments(
            () -> ExtendClient.builder().baseUrl(url).apiKey(ExtendServer.DEFAULT_API_KEY),
            "june",
            400,
            Duration.ofSeconds(2));
    Configuration settings = ParseJob.settings(Duration.ofMillis(200));
    // The JobManager is still starting.
    settings.set(RestOptions.RETRY_DELAY, Duration.ofMillis(100));
    settings.set(RestOptions.RETRY_MAX_ATTEMPTS, 600);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createRemoteEnvironment(
            "127.0.0.1", cluster.restPort(), settings);
    environment.setParallelism(PARALLELISM);
    ParseJob.define(environment, FlinkDemo.documents(folder, DOCUMENTS), results, function);
    return environment.executeAsync();
  }

  private static List<String> documentsIn(List<String> lines) {
    return lines.stream().map(line -> line.split("\"document\":")[1].split("\"")[1]).toList();
  }
}
