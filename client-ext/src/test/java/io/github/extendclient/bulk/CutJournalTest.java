package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A journal that a crash cut off, or that was put together by hand. */
@Timeout(120)
class CutJournalTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String CREATE = "POST /parse_runs";
  private static final List<BulkDocument> DOCUMENTS = BulkFixture.texts(3);
  // A prime number: all places within a line are met.
  private static final int STEP = 7;

  @Test
  void whereverItIsCutOnlyDocumentsWithoutAnIntentionAreSentAgain() throws IOException {
    fixture.inOrder(fixture.parse(), DOCUMENTS);
    byte[] whole = Files.readAllBytes(fixture.journal());

    for (int length = 0; length < whole.length; length += STEP) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(fixture.journal(), cut);
      int before = fixture.server.acceptedCount(CREATE);

      BulkReport report = fixture.inOrder(fixture.parse(), DOCUMENTS);

      assertThat(fixture.server.acceptedCount(CREATE) - before)
          .as("cut at %d", length)
          .isEqualTo(DOCUMENTS.size() - intentions(cut));
      assertThat(report.ending()).isEqualTo(BulkEnding.COMPLETED);
      assertThat(fixture.keys()).hasSize(DOCUMENTS.size()).doesNotHaveDuplicates();
    }
  }

  @Test
  void linesThatAreThereTwiceChangeNothing() throws IOException {
    fixture.inOrder(fixture.parse(), DOCUMENTS);
    List<String> lines = Files.readAllLines(fixture.journal());

    for (int i = 1; i < lines.size(); i++) {
      StringBuilder doubled = new StringBuilder();
      for (int k = 0; k < lines.size(); k++) {
        doubled.append((lines.get(k) + "\n").repeat(k == i ? 2 : 1));
      }
      Files.writeString(fixture.journal(), doubled);

      BulkReport report = fixture.inOrder(fixture.parse(), DOCUMENTS);

      assertThat(report.skipped()).isEqualTo(DOCUMENTS.size());
      assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(DOCUMENTS.size());
    }
  }

  /** Documents whose intention, or a later step, is on a whole line. */
  private static long intentions(byte[] journal) {
    String text = new String(journal, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.contains("\tsubmitting\t"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .distinct()
        .count();
  }
}
