package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.testsupport.FullDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk of journal and results is full: processing ends, and continues when there is room. */
@Timeout(60)
class FullDiskTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String CREATE = "POST /parse_runs";

  private static final int DOCUMENTS = 3;

  private BulkReport run(ChannelOpener disk) {
    return fixture.inOrder(
        fixture.parse().deleteRunsAndFiles().files(disk), BulkFixture.texts(DOCUMENTS));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingIsLostOrBilledTwiceWhicheverWriteFails(boolean truncates) throws IOException {
    boolean isFull = true;
    int traces = 0;
    for (int room = 0; isFull; room++) {
      fixture.use(Files.createTempDirectory(fixture.folder(), "disk"));
      int runs = fixture.server.acceptedCount(CREATE);
      FullDisk disk = new FullDisk(room, truncates);
      String trace = "full after " + room + " writes";
      try {
        run(disk);
        isFull = disk.isFull();
      } catch (UncheckedIOException e) {
        assertThat(e).as(trace).hasMessageContaining("No space left on device");
      }

      BulkReport report = run(ChannelOpener.DISK);

      assertThat(report.ending()).as(trace).isEqualTo(BulkEnding.COMPLETED);
      assertThat(fixture.server.acceptedCount(CREATE) - runs).as(trace).isEqualTo(DOCUMENTS);
      assertThat(fixture.keys()).as(trace).containsExactlyInAnyOrder("doc-0", "doc-1", "doc-2");
      traces++;
    }
    // Header, settings, and for each document six steps and a result.
    assertThat(traces).isEqualTo(2 + 7 * DOCUMENTS + 1);
    System.out.println("Traces of bulk processing with a full disk: " + traces);
  }

  @Test
  void theMessageSaysHowToContinue() {
    assertThatThrownBy(() -> run(new FullDisk(6, true)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "The journal or the results cannot be written: No space left on device. Make room on"
                + " the disk, and run again with the same journal: runs that were created are taken"
                + " over.");
  }

  @Test
  void theMessageSaysWhichFilesCannotBeOpened() {
    assertThatThrownBy(() -> run(new FullDisk(0, true)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "The journal or the results cannot be used: java.io.IOException: No space left on"
                + " device. Name files in folders that exist and can be written to.");
  }
}
