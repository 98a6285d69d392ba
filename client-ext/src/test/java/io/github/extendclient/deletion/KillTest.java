package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.RecordedRequest;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testsupport.ChildJvm;
import io.github.extendclient.testsupport.MemoryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed repeatedly loses no ID, and sends none that its journal has as done. */
@Timeout(300)
class KillTest {
  private static final int KILLS = 20;
  private static final int FILES = 1500;
  private static final String DELETE_FILE = "DELETE /files/{id}";

  private final Random random = new Random(20261121);

  @TempDir(factory = MemoryFolder.class)
  private Path folder = Path.of("");

  @Test
  void theJournalAndTheServerAgree() throws IOException, InterruptedException {
    Path ids = folder.resolve("ids.txt");
    Path journal = folder.resolve("job.journal");
    Path output = folder.resolve("output.txt");
    try (ExtendServer server = ExtendServer.builder().seed(9).start()) {
      Files.write(ids, upload(server));
      server.faults().rate(DELETE_FILE, 0.01, Fault.status(503));
      server.faults().rate(DELETE_FILE, 0.01, Fault.dropAt(Stage.RESPONSE_START));
      String[] arguments = {
        server.url().toString(), server.apiKey(), ids.toString(), journal.toString()
      };

      int kills = 0;
      for (int i = 0; i < KILLS; i++) {
        Set<String> done = doneIn(journal);
        int callsBefore = server.requests().size();
        Process child =
            ChildJvm.start(output, "-XX:TieredStopAtLevel=1", DeletionProgram.class, arguments);
        boolean reached = awaitRequests(server, child, server.count(DELETE_FILE) + killAfter());
        child.destroyForcibly().waitFor();
        kills += reached ? 1 : 0;
        assertThat(done).doesNotContainAnyElementsOf(asked(server, callsBefore));
      }
      Set<String> done = doneIn(journal);
      int callsBefore = server.requests().size();
      Process last =
          ChildJvm.start(output, "-XX:TieredStopAtLevel=1", DeletionProgram.class, arguments);
      assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();

      assertThat(Files.readString(output)).contains("COMPLETED: deleted ");
      assertThat(kills).isEqualTo(KILLS);
      assertThat(done).doesNotContainAnyElementsOf(asked(server, callsBefore));
      Set<String> all = new TreeSet<>(Files.readAllLines(ids));
      assertThat(doneIn(journal)).isEqualTo(all);
      assertThat(linesOfSuccess(journal)).hasSize(FILES);
      assertThat(server.acceptedCount(DELETE_FILE)).isEqualTo(FILES);
      assertThat(accepted(server)).isEqualTo(all);
      assertNoTemporaryFileIsLeft(ids, journal, output);
    }
  }

  /** Enough for all threads of the job, few enough to leave work for the next job. */
  private int killAfter() {
    return 1 + random.nextInt(2 * FILES / (KILLS + 10));
  }

  private List<String> upload(ExtendServer server) {
    byte[] content = "x".getBytes(StandardCharsets.UTF_8);
    try (ExtendClient extend =
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build()) {
      return IntStream.range(0, FILES)
          .mapToObj(i -> extend.files().upload(Upload.of("f" + i + ".txt", content)).getId())
          .toList();
    }
  }

  /** Whether the server gets so many requests in all before the child ends. */
  private static boolean awaitRequests(ExtendServer server, Process child, int requests) {
    while (child.isAlive()) {
      if (server.count(DELETE_FILE) >= requests) {
        return true;
      }
      LockSupport.parkNanos(100_000);
    }
    return false;
  }

  private static Set<String> asked(ExtendServer server, int from) {
    List<RecordedRequest> calls = server.requests();
    Set<String> ids = new HashSet<>();
    for (RecordedRequest call : calls.subList(from, calls.size())) {
      ids.add(idOf(call));
    }
    return ids;
  }

  private static Set<String> accepted(ExtendServer server) {
    Set<String> ids = new TreeSet<>();
    for (RecordedRequest call : server.requests()) {
      if (call.method().equals("DELETE") && call.isAccepted()) {
        ids.add(idOf(call));
      }
    }
    return ids;
  }

  private static String idOf(RecordedRequest call) {
    return call.path().substring(call.path().lastIndexOf('/') + 1);
  }

  private static Set<String> doneIn(Path journal) throws IOException {
    return new TreeSet<>(linesOfSuccess(journal));
  }

  /** The IDs of all whole lines that tell of a success. */
  private static List<String> linesOfSuccess(Path journal) throws IOException {
    List<String> ids = new ArrayList<>();
    if (!Files.exists(journal)) {
      return ids;
    }
    String text = Files.readString(journal);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
      String[] fields = line.split("\t");
      if (fields.length > 1 && Set.of("deleted", "gone").contains(fields[1])) {
        ids.add(fields[0]);
      }
    }
    return ids;
  }

  private void assertNoTemporaryFileIsLeft(Path... expected) {
    String[] left = folder.toFile().list();
    assertThat(left)
        .containsExactlyInAnyOrder(
            Set.of(expected).stream()
                .map(path -> path.getFileName().toString())
                .toArray(String[]::new));
  }
}
