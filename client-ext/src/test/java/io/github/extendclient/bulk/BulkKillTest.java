package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testsupport.ChildJvm;
import io.github.extendclient.testsupport.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bulk processing is killed again and again, with faults on: one run and one result for each. */
@Timeout(180)
class BulkKillTest {
  private static final int DOCUMENTS = 300;
  private static final int KILLS = 20;
  private static final String CREATE = "POST /parse_runs";

  private final Random random = new Random(18);

  @TempDir(factory = MemoryFolder.class)
  private Path folder = Path.of("");

  @Test
  void noKillBillsTwiceOrLosesAResult() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 0; i < DOCUMENTS; i++) {
      Files.writeString(inbox.resolve("doc-" + i + ".txt"), "Total: " + i);
    }
    Path output = folder.resolve("output");
    Path results = folder.resolve("results.jsonl");
    try (ExtendServer server =
        ExtendServer.builder().seed(18).visibilityDelay(Duration.ofMillis(300)).start()) {
      faults(server);
      String[] arguments = {
        server.url().toString(),
        server.apiKey(),
        inbox.toString(),
        folder.resolve("bulk.journal").toString(),
        results.toString()
      };
      int kills = 0;
      for (int i = 0; i < KILLS; i++) {
        Process child =
            ChildJvm.start(output, "-XX:TieredStopAtLevel=1", BulkProgram.class, arguments);
        boolean reached = awaitRequests(server, child, server.requests().size() + killAfter());
        child.destroyForcibly().waitFor();
        kills += reached ? 1 : 0;
      }
      server.faults().clear();
      Process last =
          ChildJvm.start(output, "-XX:TieredStopAtLevel=1", BulkProgram.class, arguments);
      assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();

      assertThat(kills).isEqualTo(KILLS);
      assertThat(Files.readString(output)).contains("COMPLETED: processed ");
      assertThat(server.acceptedCount(CREATE)).isEqualTo(DOCUMENTS);
      assertThat(keys(results)).hasSize(DOCUMENTS).doesNotHaveDuplicates();
      System.out.println(
          "Killed "
              + kills
              + " times: "
              + server.acceptedCount(CREATE)
              + " runs for "
              + DOCUMENTS
              + " documents.");
    }
  }

  private static void faults(ExtendServer server) {
    for (String operation :
        List.of("POST /files/upload", CREATE, "GET /parse_runs", "GET /parse_runs/{id}")) {
      server.faults().rate(operation, 0.02, Fault.status(503));
      server.faults().rate(operation, 0.02, Fault.status(500));
      server.faults().rate(operation, 0.02, Fault.dropAt(Stage.RESPONSE_START));
      server.faults().rate(operation, 0.02, Fault.dropAt(Stage.RESPONSE_BODY));
      server.faults().rate(operation, 0.02, Fault.dropAt(Stage.REQUEST_BODY));
    }
  }

  private int killAfter() {
    return 1 + random.nextInt(2 * 3 * DOCUMENTS / (KILLS + 10));
  }

  private static boolean awaitRequests(ExtendServer server, Process child, int requests) {
    while (child.isAlive()) {
      if (server.requests().size() >= requests) {
        return true;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return false;
  }

  private static List<String> keys(Path results) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String line : Files.readAllLines(results)) {
      keys.add(JsonValue.ofJson(line).asObject().get("key").asString());
    }
    return keys;
  }
}
