package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testsupport.MemoryFolder;
import io.github.extendclient.testsupport.Mortal;
import io.github.extendclient.testsupport.Traces;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three IDs, and every fault at every request, kills included, singly and in pairs. */
@Timeout(120)
class DeletionTracesTest {
  private static final String DELETE = "DELETE /files/{id}";
  private static final int IDS = 3;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.dropAt(Stage.REQUEST_START),
          Fault.dropAt(Stage.RESPONSE_START),
          Fault.dropAt(Stage.RESPONSE_BODY),
          Fault.status(500),
          Fault.status(503),
          Fault.status(429).retryAfter("0"));

  @TempDir(factory = MemoryFolder.class)
  private Path folder = Path.of("");

  /** A fault at a request, or a kill before a line of the journal if there is no fault. */
  private record Trouble(int nth, Fault fault) {
    boolean isKill() {
      return fault.equals(Fault.none());
    }
  }

  @Test
  void everyIdIsDeletedOnceUnderOneOrTwoFaults() throws Exception {
    List<Trouble> troubles = new ArrayList<>();
    for (int nth = 0; nth < IDS; nth++) {
      for (Fault fault : FAULTS) {
        troubles.add(new Trouble(nth, fault));
      }
      troubles.add(new Trouble(nth, Fault.none()));
    }
    List<List<Trouble>> traces = new ArrayList<>();
    for (int first = 0; first < troubles.size(); first++) {
      traces.add(List.of(troubles.get(first)));
      for (int second = first; second < troubles.size(); second++) {
        traces.add(List.of(troubles.get(first), troubles.get(second)));
      }
    }
    Traces.replayAll(traces, this::replay);
    System.out.println("Traces of deletions with one or two faults: " + traces.size());
  }

  private void replay(List<Trouble> troubles) throws IOException {
    Path journal = Files.createTempDirectory(folder, "trace").resolve("journal");
    try (ExtendServer server = ExtendServer.start();
        ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .maxAttempts(1)
                .build()) {
      List<String> ids =
          IntStream.range(0, IDS)
              .mapToObj(i -> extend.files().upload(Upload.of(i + ".txt", new byte[] {1})).getId())
              .toList();
      for (Trouble trouble : troubles) {
        if (!trouble.isKill()) {
          server.faults().next(DELETE, trouble.nth(), Fault.none());
          server.faults().next(DELETE, trouble.fault());
        }
        job(extend, journal, ids, trouble.isKill() ? trouble.nth() : Integer.MAX_VALUE);
      }
      server.faults().clear();
      job(extend, journal, ids, Integer.MAX_VALUE);

      assertThat(server.acceptedCount(DELETE)).as("%s", troubles).isEqualTo(IDS);
      assertThat(Files.readAllLines(journal).stream().filter(DeletionTracesTest::isDone))
          .as("%s", troubles)
          .hasSize(IDS);
    }
  }

  private static void job(ExtendClient extend, Path journal, List<String> ids, int lines) {
    AnnotatedRouter router = new AnnotatedRouter(List.of(extend, extend.v20250421()));
    try {
      new Deletions(router, new Mortal(new VirtualTimeline(), lines))
          .concurrency(1)
          .journal(journal)
          .run(ids);
    } catch (Mortal.Killed e) {
      return;
    }
  }

  private static boolean isDone(String line) {
    return line.contains("\tdeleted\t") || line.contains("\tgone\t");
  }
}
