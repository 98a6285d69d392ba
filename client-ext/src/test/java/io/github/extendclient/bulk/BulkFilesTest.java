package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.journal.ChannelOpener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files that bulk processing reads and writes. */
@Timeout(60)
class BulkFilesTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  @Test
  void aJournalInUseIsRejected() {
    List<Throwable> refusals = new ArrayList<>();
    Bulk<?> first =
        fixture
            .parse()
            .onResult(
                result -> {
                  try {
                    fixture.inOrder(fixture.parse(), BulkFixture.texts(1));
                  } catch (IllegalStateException e) {
                    refusals.add(e);
                  }
                });

    fixture.inOrder(first, BulkFixture.texts(1));

    assertThat(refusals)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "The journal "
                + fixture.journal()
                + " is in use by another bulk processing: wait until that has ended, or name"
                + " another file.");
  }

  @Test
  void aFileOfResultsInUseIsRejected() {
    List<Throwable> refusals = new ArrayList<>();
    Bulk<?> another = fixture.parse().journal(fixture.folder().resolve("another.journal"));
    Bulk<?> first =
        fixture
            .parse()
            .onResult(
                result -> {
                  try {
                    fixture.inOrder(another, BulkFixture.texts(1));
                  } catch (IllegalStateException e) {
                    refusals.add(e);
                  }
                });

    fixture.inOrder(first, BulkFixture.texts(1));

    assertThat(refusals)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "The file of results "
                + fixture.results()
                + " is in use by another bulk processing: wait until that has ended, or name"
                + " another file.");
  }

  @Test
  void aDocumentThatChangesBetweenItsHashAndItsUploadIsNotSent() {
    AtomicInteger opened = new AtomicInteger();
    BulkDocument changing =
        BulkDocument.stream(
            "a",
            "a.txt",
            () -> new ByteArrayInputStream(new byte[] {(byte) ('a' + opened.getAndIncrement())}));

    BulkReport report = fixture.inOrder(fixture.parse(), List.of(changing));

    assertThat(report.issues())
        .singleElement()
        .extracting(BulkIssue::reason)
        .isEqualTo("It changed while it was read: process it again when it is complete.");
    assertThat(fixture.server.acceptedCount("POST /parse_runs")).isZero();
  }

  @Test
  void aJournalOfOtherSettingsIsRejected() {
    fixture.inOrder(fixture.parse(), BulkFixture.texts(1));

    assertThatThrownBy(
            () -> fixture.inOrder(fixture.parse().property("priority", 7), BulkFixture.texts(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The journal "
                + fixture.journal()
                + " was written with other settings or another kind of run: its documents would"
                + " count as processed. Name another journal, or go back to those settings.");
  }

  @Test
  void anIncompleteLineOfTheResultsIsRemoved() throws IOException {
    fixture.inOrder(fixture.parse(), BulkFixture.texts(2));
    byte[] whole = Files.readAllBytes(fixture.results());
    int end = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = end; length < whole.length; length += 37) {
      Files.write(fixture.results(), Arrays.copyOf(whole, length));
      try (ResultSink sink = BulkResults.jsonLines(fixture.results()).open(ChannelOpener.DISK)) {
        assertThat(sink).isNotNull();
      }
      assertThat(Files.size(fixture.results())).isEqualTo(end);
    }
  }

  @Test
  void aFileThatHasNoResultsIsNotChanged() throws IOException {
    Files.writeString(fixture.results(), "important\n");

    assertThatThrownBy(() -> fixture.inOrder(fixture.parse(), BulkFixture.texts(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The file "
                + fixture.results()
                + " has a line that is not a result of bulk processing. It was not changed. Name a"
                + " file of results, or one that does not exist yet.");
    assertThat(fixture.results()).hasContent("important\n");
  }

  @Test
  void filesAreFoundByTheirNamesAndWrittenOneByOne() throws IOException {
    Path inbox = Files.createDirectories(fixture.folder().resolve("inbox/june")).getParent();
    Files.writeString(inbox.resolve("a.txt"), "Total: 1");
    Files.writeString(inbox.resolve("june/b.txt"), "Total: 2");
    Files.writeString(inbox.resolve("c.log"), "no");

    BulkReport report =
        fixture.inOrder(
            fixture.parse().results(BulkResults.markdownFiles(fixture.folder().resolve("out"))),
            BulkDocuments.under(inbox, "*.txt"));

    assertThat(report.processed()).isEqualTo(2);
    assertThat(fixture.folder().resolve("out/a.txt.md")).hasContent("Total: 1");
    assertThat(fixture.folder().resolve("out/june/b.txt.md")).hasContent("Total: 2");
  }

  @Test
  void eachDocumentHasAFileOfItsOwn() throws IOException {
    Path out = fixture.folder().resolve("out");
    List<String> keys =
        List.of("\u00e4.txt", "\u00f6.txt", "a#1.txt", "a_1.txt", "a%231.txt", "x".repeat(300));

    BulkReport report =
        fixture.inOrder(
            fixture.parse().results(BulkResults.files(out, ".txt", result -> result.key())),
            keys.stream().map(key -> BulkDocument.text(key, key)).toList());

    assertThat(report.processed()).isEqualTo(keys.size());
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSameSizeAs(keys);
    }
    assertThat(out.resolve("a_1.txt.txt")).exists();
  }

  @Test
  void aNameKeepsLettersOfAllScripts() {
    assertThat(FilesSink.name("Rechnung \u00e4\u00f6/\u8acb\u6c42\u66f8.pdf#0123"))
        .isEqualTo("Rechnung \u00e4\u00f6/\u8acb\u6c42\u66f8.pdf");
    assertThat(FilesSink.asciiName("\u00e4.pdf")).matches("_\\.pdf-[0-9a-f]{8}");
    assertThat(FilesSink.name("https://example.com/a:b.pdf"))
        .matches("https_/_/example\\.com/a_b\\.pdf-[0-9a-f]{8}");
    assertThat(FilesSink.name("../../etc/passwd")).startsWith("_/etc/passwd-");
  }

  @Test
  void aFolderAsJournalIsRejected() throws IOException {
    Path folder = Files.createDirectories(fixture.folder().resolve("folder"));

    assertThatThrownBy(() -> fixture.inOrder(fixture.parse().journal(folder), BulkFixture.texts(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The path "
                + folder
                + " is a folder or a device and cannot be a journal of bulk processing: name a"
                + " file, or one that does not exist yet.");
  }

  @Test
  void typedResultsHaveTheirRecord() {
    List<String> totals = new ArrayList<>();
    BulkReport report =
        fixture.inOrder(
            fixture
                .set(fixture.extend.bulk().extract(BulkFixture.INVOICE))
                .onResult(result -> totals.add(result.value().value().total())),
            BulkFixture.texts(3));

    assertThat(report.processed()).isEqualTo(3);
    assertThat(totals).containsExactlyInAnyOrder("0", "1", "2");
  }
}
