package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.journal.JournalFile;
import io.github.extendclient.internal.journal.JournalFormat;
import io.github.extendclient.internal.journal.JournalLine;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job recovers from a journal after a sudden end. */
class JournalTest {
  private static final String HEADER = "extend-deletion-journal 1\n";
  private static final List<String> IDS = List.of("th_1", "th_2", "th_3", "th_4", "th_5");

  private final FakeRoutes routes = FakeRoutes.succeeding();

  @TempDir private Path folder = Path.of("");

  private Path journal() {
    return folder.resolve("job.journal");
  }

  private DeletionReport job(FakeRoutes over) {
    return new Deletions(over, new VirtualTimeline()).concurrency(1).journal(journal()).run(IDS);
  }

  private List<String> done() throws IOException {
    List<String> ids = new ArrayList<>();
    DeletionJournal.read(journal(), ids::add);
    return ids;
  }

  /** A journal as another program reads it. */
  private static Set<String> doneIn(String text) {
    return Arrays.stream(text.split("(?<=\n)"))
        .filter(line -> line.endsWith("\n"))
        .map(line -> line.split("\t"))
        .filter(fields -> fields.length > 1 && Set.of("deleted", "gone").contains(fields[1]))
        .map(fields -> fields[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aJournalThatIsCutAnywhereIsContinued() throws IOException {
    FakeRoutes mixed =
        new FakeRoutes(
            id -> {
              switch (id) {
                case "th_2" -> FakeRoutes.fail(409);
                case "th_4" -> FakeRoutes.fail(404);
                default -> {}
              }
            });
    job(mixed);
    byte[] whole = Files.readAllBytes(journal());

    for (int length = 0; length <= whole.length; length++) {
      Files.write(journal(), Arrays.copyOf(whole, length));
      Set<String> kept = doneIn(new String(whole, 0, length, StandardCharsets.UTF_8));
      FakeRoutes second = FakeRoutes.succeeding();
      FakeRoutes third = FakeRoutes.succeeding();

      DeletionReport report = job(second);
      job(third);

      assertThat(second.asked())
          .as("asked after %d bytes", length)
          .containsExactlyElementsOf(IDS.stream().filter(id -> !kept.contains(id)).toList());
      assertThat(report.skipped()).isEqualTo(kept.size());
      assertThat(report.deleted()).isEqualTo(IDS.size() - kept.size());
      assertThat(third.asked()).isEmpty();
      String text = Files.readString(journal());
      assertThat(text).startsWith(HEADER);
      assertThat(doneIn(text)).isEqualTo(new TreeSet<>(IDS));
    }
  }

  @Test
  void damagedLinesAreSkipped() throws IOException {
    Files.writeString(
        journal(),
        HEADER
            + "th_1\tdeleted\t2026-11-21T12:00:00Z\n"
            + "th_2\tdeleted\n"
            + "\0\0\0\0\n"
            + "th_3\tskipped\t2026-11-21T12:00:00Z\n"
            + "\tdeleted\t2026-11-21T12:00:00Z\n"
            + "\n"
            + "th_4\tgone\t2026-11-21T12:00:00Z\t"
            + "x".repeat(9000)
            + "\n"
            + "th_5\tgone\t2026-11-21T12:00:00Z\tmore\n");

    assertThat(done()).containsExactly("th_1", "th_5");
    assertThat(job(routes).skipped()).isEqualTo(2);
    assertThat(routes.asked()).containsExactly("th_2", "th_3", "th_4");
  }

  @Test
  void zerosAtTheEndAreRemoved() throws IOException {
    Files.writeString(journal(), HEADER + "th_1\tdeleted\t2026-11-21T12:00:00Z\n\0\0\0\0");

    job(routes);

    assertThat(routes.asked()).containsExactly("th_2", "th_3", "th_4", "th_5");
    assertThat(Files.readString(journal())).doesNotContain("\0");
  }

  @Test
  void isNotMadeOfAnotherFile() throws IOException {
    for (String content :
        List.of("important\n", "important", "extend-deletion-journal 2\n", "x".repeat(9000))) {
      Files.writeString(journal(), content);

      assertThatThrownBy(() -> job(routes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The file "
                  + journal()
                  + " is not a journal of deletions: its first line is not"
                  + " \"extend-deletion-journal 1\". It was not changed. Name a journal, or a file"
                  + " that does not exist yet.");
      assertThat(journal()).hasContent(content);
    }
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void aRejectedJournalIsUnlocked() throws IOException {
    Files.writeString(journal(), "important\n");
    assertThatThrownBy(() -> job(routes)).isInstanceOf(IllegalArgumentException.class);
    Files.delete(journal());

    assertThat(job(routes).deleted()).isEqualTo(5);
  }

  @Test
  void holdsTheLongestLineItWrites() throws IOException {
    String id = "th_" + "x".repeat(252);
    FakeRoutes failing =
        new FakeRoutes(
            thing -> {
              throw new IllegalStateException("€".repeat(10_000));
            });

    new Deletions(failing, new VirtualTimeline()).journal(journal()).run(List.of(id));

    List<String> lines = Files.readAllLines(journal());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("\t" + "€".repeat(600) + "…");
    List<JournalLine> read = new ArrayList<>();
    JournalFile.read(
        journal(), new JournalFormat(HEADER.strip(), "journal", "job", "nothing"), read::add);
    assertThat(read).extracting(JournalLine::key).containsExactly(id);
    assertThat(read).extracting(JournalLine::word).containsExactly("failed");
  }

  @Test
  void estimatesTheLinesFromTheSize() throws IOException {
    assertThat(JournalFile.estimatedLines(journal())).isZero();
    Files.writeString(journal(), "x".repeat(5500));
    assertThat(JournalFile.estimatedLines(journal())).isEqualTo(100);
  }

  @Test
  void damagedLinesAreCountedInTheLogAndWholeOnesAreNot() throws IOException {
    job(routes);
    try (CapturedLog log = new CapturedLog("io.github.extendclient.journals", Level.WARNING)) {
      job(routes);
      assertThat(log.lines()).isEmpty();

      Files.writeString(journal(), "one\ntwo\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      job(routes);

      assertThat(log.lines())
          .containsExactly(
              "WARNING 2 lines of the journal "
                  + journal()
                  + " are damaged and were skipped: their IDs count as not yet deleted.");
    }
  }
}
