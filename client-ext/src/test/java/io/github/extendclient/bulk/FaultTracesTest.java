package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testsupport.MemoryFolder;
import io.github.extendclient.testsupport.Mortal;
import io.github.extendclient.testsupport.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three documents, and every fault at every step, singly and in pairs: each document has one run
 * and one result, or the report says what is not known.
 */
@Timeout(300)
class FaultTracesTest {
  private static final int DOCUMENTS = 3;

  @TempDir(factory = MemoryFolder.class)
  private Path folder = Path.of("");

  /** The requests of the steps. */
  private enum Request {
    UPLOAD("POST /files/upload"),
    CREATE("POST /parse_runs"),
    LIST("GET /parse_runs"),
    RETRIEVE("GET /parse_runs/{id}"),
    DELETE_RUN("DELETE /parse_runs/{id}"),
    DELETE_FILE("DELETE /files/{id}");

    final String operation;

    Request(String operation) {
      this.operation = operation;
    }
  }

  /** What happens to one of them. */
  private enum Mishap {
    LOST_REQUEST(Fault.dropAt(Stage.REQUEST_START)),
    LOST_RESPONSE(Fault.dropAt(Stage.RESPONSE_START)),
    TORN_RESPONSE(Fault.dropAt(Stage.RESPONSE_BODY)),
    UNAVAILABLE(Fault.status(503)),
    FAILED(Fault.status(500)),
    THROTTLED(Fault.status(429).retryAfter("0"));

    final Fault fault;

    Mishap(Fault fault) {
      this.fault = fault;
    }
  }

  /** One fault of a trace. */
  private interface Trouble {
    /** Before the first process. */
    default void prepare(BulkFixture fixture) {}

    /** After how many lines of the journal and intentions the process dies. */
    default int killedAt() {
      return Integer.MAX_VALUE;
    }

    /** How long lists do not show new runs. */
    default Duration visibilityDelay() {
      return Duration.ZERO;
    }
  }

  private record AtRequest(Request request, int nth, Mishap mishap) implements Trouble {
    @Override
    public void prepare(BulkFixture fixture) {
      fixture.server.faults().next(request.operation, nth, Fault.none());
      fixture.server.faults().next(request.operation, mishap.fault);
    }
  }

  private record Kill(int killedAt) implements Trouble {}

  private record LateVisibility(Duration visibilityDelay) implements Trouble {}

  @Test
  void everySingleFault() throws Exception {
    List<List<Trouble>> traces = troubles(true).stream().map(List::of).toList();
    Traces.replayAll(traces, this::replay);
    System.out.println("Traces of bulk processing with one fault: " + traces.size());
  }

  @Test
  void everyPairOfFaults() throws Exception {
    List<Trouble> troubles = troubles(false);
    List<List<Trouble>> traces = new ArrayList<>();
    for (int first = 0; first < troubles.size(); first++) {
      for (int second = first; second < troubles.size(); second++) {
        traces.add(List.of(troubles.get(first), troubles.get(second)));
      }
    }
    Traces.replayAll(traces, this::replay);
    System.out.println("Traces of bulk processing with two faults: " + traces.size());
  }

  /** At the requests for each of the documents, or for the first of them only. */
  private static List<Trouble> troubles(boolean all) {
    List<Trouble> troubles = new ArrayList<>();
    for (Request request : Request.values()) {
      for (Mishap mishap : Mishap.values()) {
        for (int nth = 0; nth < (all ? DOCUMENTS : 1); nth++) {
          troubles.add(new AtRequest(request, nth, mishap));
        }
      }
    }
    troubles.add(new LateVisibility(Duration.ofSeconds(40)));
    // The settings of the journal; then for each document its intention, and the lines uploaded,
    // submitting, submitted, ended, written and cleaned.
    for (int line = 0; line <= 1 + 7 * DOCUMENTS; line += all ? 1 : 2) {
      troubles.add(new Kill(line));
    }
    return troubles;
  }

  private void replay(List<Trouble> troubles) throws IOException {
    Path own = Files.createTempDirectory(folder, "trace");
    Duration delay =
        troubles.stream().map(Trouble::visibilityDelay).max(Duration::compareTo).orElseThrow();
    try (BulkFixture fixture = BulkFixture.withoutRetries(own, delay)) {
      troubles.forEach(trouble -> trouble.prepare(fixture));
      for (Trouble trouble : troubles) {
        if (trouble.killedAt() < Integer.MAX_VALUE) {
          process(fixture, trouble.killedAt());
        }
      }
      BulkReport report = process(fixture, Integer.MAX_VALUE);

      String trace = troubles + ": " + report;
      assertThat(report).as(trace).isNotNull();
      assertThat(report.ending()).as(trace).isEqualTo(BulkEnding.COMPLETED);
      assertThat(report.skipped() + report.processed()).as(trace).isEqualTo(DOCUMENTS);
      assertThat(fixture.server.acceptedCount(Request.CREATE.operation))
          .as(trace)
          .isEqualTo(DOCUMENTS);
      assertThat(fixture.keys()).as(trace).containsExactlyInAnyOrder("doc-0", "doc-1", "doc-2");
      assertThat(fixture.server.acceptedCount(Request.DELETE_RUN.operation))
          .as(trace)
          .isEqualTo(DOCUMENTS);
    }
  }

  /** Returns null if the process was killed. */
  private static @Nullable BulkReport process(BulkFixture fixture, int killedAt) {
    Bulk<?> bulk =
        fixture.parse().deleteRunsAndFiles().timeline(new Mortal(fixture.timeline, killedAt));
    try {
      return fixture.inOrder(bulk, BulkFixture.texts(DOCUMENTS));
    } catch (Mortal.Killed e) {
      return null;
    }
  }
}
