package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A million IDs fit into a small heap, at first and when the journal has all of them. */
@Timeout(300)
class MillionTest {
  private static final int MANY = 1_000_000;

  @TempDir private Path folder = Path.of("");

  /** Deletes a million IDs twice, in a JVM of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      Path journal = Path.of(arguments[0]);
      Route route = new Route("no-op", id -> {});
      for (int i = 0; i < 2; i++) {
        Deletions deletions = new Deletions(id -> route, SystemTimeline.INSTANCE);
        System.out.println(deletions.concurrency(64).journal(journal).run(ids()));
      }
    }

    private static Stream<String> ids() {
      return IntStream.range(0, MANY)
          .mapToObj(i -> "file_" + (1_000_000_000_000_000L + i * 2_654_435_761L));
    }
  }

  @Test
  void fitIntoASmallHeap() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process child =
        ChildJvm.start(output, "-Xmx64m", Program.class, folder.resolve("job.journal").toString());

    assertThat(child.waitFor(280, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readAllLines(output))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith(
                        "COMPLETED: deleted 1000000, already gone 0, refused 0, failed 0,"
                            + " skipped 0, in "),
            second ->
                assertThat(second)
                    .startsWith(
                        "COMPLETED: deleted 0, already gone 0, refused 0, failed 0, skipped"
                            + " 1000000, in "));
  }
}
