package io.github.extendclient.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.ExtendServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TaskManagerKillTest {
  private static final int DOCUMENTS = 120;
  private static final int PARALLELISM = 4;
  private static final String CREATE = "POST /parse_runs";

  @TempDir private Path folder = Path.of("");

  @Test
  void everyDocumentHasOneRunAndOneResultWhenATaskManagerIsKilled() throws Exception {
    Path results = folder.resolve("results");
    MiniClusterConfiguration settings =
        new MiniClusterConfiguration.Builder()
            .withRandomPorts()
            .setNumTaskManagers(2)
            .setNumSlotsPerTaskManager(PARALLELISM / 2)
            .build();
    MiniCluster cluster = new MiniCluster(settings);
    try (ExtendServer server =
        ExtendServer.builder()
            .processingTime(Duration.ofMillis(300))
            .visibilityDelay(Duration.ofMillis(300))
            .start()) {
      cluster.start();
      JobGraph job = job(server, results);
      cluster.submitJob(job).get(1, TimeUnit.MINUTES);
      CompletableFuture<JobResult> end = cluster.requestJobResult(job.getJobID());

      while (server.accepted(CREATE) < DOCUMENTS / 2 && !end.isDone()) {
        LockSupport.parkNanos(1_000_000);
      }
      cluster.terminateTaskManager(0).get(1, TimeUnit.MINUTES);
      int before = server.count("GET /parse_runs");
      cluster.startTaskManager();

      assertThat(end.get(1, TimeUnit.MINUTES).getSerializedThrowable()).isEmpty();
      assertThat(server.accepted(CREATE)).isEqualTo(DOCUMENTS);
      assertThat(before).as("lists searched by the first attempt").isZero();
      assertThat(server.count("GET /parse_runs")).as("lists searched by the second").isPositive();
      assertThat(documentsIn(FlinkDemo.lines(results))).hasSize(DOCUMENTS).doesNotHaveDuplicates();
    }
  }

  private JobGraph job(ExtendServer server, Path results) throws Exception {
    String url = server.url().toString();
    ParseDocuments function =
        new ParseDocuments(
            () -> ExtendClient.builder().baseUrl(url).apiKey(ExtendServer.DEFAULT_API_KEY),
            "june",
            400,
            Duration.ofSeconds(2));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            ParseJob.settings(Duration.ofMillis(200)));
    environment.setParallelism(PARALLELISM);
    ParseJob.define(environment, FlinkDemo.documents(folder, DOCUMENTS), results, function);
    return environment.getStreamGraph().getJobGraph();
  }

  private static List<String> documentsIn(List<String> lines) {
    return lines.stream().map(line -> line.split("\"document\":")[1].split("\"")[1]).toList();
  }
}
