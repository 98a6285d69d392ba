package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks that no document blocks the server: each run ends in time, with success or failure. */
final class HostileDocumentsTest {
  private static final long SEED = 7;

  /**
   * The time for upload, response and a busy machine, in addition to the time limit of a document.
   */
  private static final Duration MARGIN = Duration.ofSeconds(3);

  private static final Duration TIMEOUT = Duration.ofMillis(250);

  private static final ServerFixture SERVER =
      new ServerFixture(settings -> settings.documentTimeout(TIMEOUT));

  /**
   * A server for limits other than time; on a busy machine, a shorter time limit would be exceeded
   * first.
   */
  private static final ServerFixture PATIENT =
      new ServerFixture(settings -> settings.documentTimeout(Duration.ofMinutes(1)));

  @AfterAll
  static void closeTakesLessThanASecond() {
    PATIENT.close();
    long start = System.nanoTime();
    SERVER.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @TestFactory
  Stream<DynamicTest> runOverAHostileFileEndsInItsTime() {
    Map<String, byte[]> files = HostileFiles.all(SEED);
    assertThat(files).hasSizeGreaterThan(100);
    return files.entrySet().stream()
        .map(file -> dynamicTest(file.getKey(), () -> parse(file.getKey(), file.getValue())));
  }

  private static void parse(String name, byte[] file) {
    long start = System.nanoTime();
    TestClient.Response run = SERVER.parse(SERVER.upload(name, file), "{}");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
    assertThat(run.text("status")).as(run.text()).isIn("PROCESSED", "FAILED");
    if (run.text("status").equals("FAILED")) {
      assertThat(run.text("failureReason"))
          .as(run.text("failureMessage"))
          .isIn(
              Set.of(
                  "CORRUPT_FILE",
                  "FILE_SIZE_TOO_LARGE",
                  "FILE_TYPE_NOT_SUPPORTED",
                  "PASSWORD_PROTECTED_FILE"));
    }
  }

  @Test
  void formThatDrawsItselfIsCorrupt() {
    assertFailure(
        HostileFiles.selfDrawingForm(), "CORRUPT_FILE", "A form of the PDF draws itself.");
  }

  @Test
  void formsBeyondTheDepthAreCorrupt() {
    assertFailure(
        HostileFiles.nestedForms(41),
        "CORRUPT_FILE",
        "The PDF nests forms deeper than 40 levels, which is the limit of the embedded server.");
  }

  @Test
  void statedNumberOfPagesIsNotBelieved() {
    TestClient.Response run =
        PATIENT.parse(PATIENT.upload("a.pdf", HostileFiles.forgedCount("1000000000")), "{}");

    assertThat(run.text("status")).as(run.text()).isEqualTo("PROCESSED");
    assertThat(run.at("metrics.pageCount")).isEqualTo(1L);
  }

  @Test
  void pageTreeBeyondTheDepthIsCorrupt() {
    assertFailure(
        HostileFiles.deepTree(20_000),
        "CORRUPT_FILE",
        "The PDF nests page trees deeper than 40 levels, which is the limit of the embedded"
            + " server.");
  }

  @Test
  void pagesBeyondTheLimitAreTooMany() {
    SamplePdf pdf = new SamplePdf();
    for (int i = 0; i < 5_000; i++) {
      pdf.page();
    }

    assertFailure(
        pdf.bytes(),
        "FILE_SIZE_TOO_LARGE",
        "The PDF has more than 5000 pages, which is the limit of the embedded server.");
  }

  @Test
  void decompressionBeyondTheLimitIsCorrupt() {
    assertFailure(
        HostileFiles.mapBomb(300 << 20),
        "CORRUPT_FILE",
        "A part of the file decompresses to more than 128 MiB, which is the limit of the"
            + " embedded server.");
  }

  @Test
  void readingBeyondTheTimeIsCorruptWithinTwoSecondsByDefault() {
    try (ServerFixture fixture = new ServerFixture()) {
      String file = fixture.upload("a.pdf", HostileFiles.doublingForms(39));
      long start = System.nanoTime();

      TestClient.Response run = fixture.parse(file, "{}");

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(2).plus(MARGIN));
      assertThat(run.text("failureReason")).isEqualTo("CORRUPT_FILE");
      assertThat(run.text("failureMessage"))
          .isEqualTo(
              "Reading the file takes longer than 2000 ms, the limit of the embedded server;"
                  + " documentTimeout of its builder sets another.");
    }
  }

  @Test
  void closeDoesNotWaitForADocument() {
    ServerFixture fixture =
        new ServerFixture(settings -> settings.documentTimeout(Duration.ofMinutes(5)));
    String file = fixture.upload("a.pdf", HostileFiles.doublingForms(39));
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(() -> fixture.parse(file, "{}")).exceptionally(e -> null);
    String port = String.valueOf(fixture.server.url().getPort());
    while (LiveServerThreads.of(port + "-document").stream()
        .noneMatch(LiveServerThreads::isInPdfBox)) {
      Thread.onSpinWait();
    }

    long start = System.nanoTime();
    fixture.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    run.join();
    assertThat(LiveServerThreads.of(port)).isEmpty();
  }

  @Test
  void threadsOfTheServerAreDaemons() {
    SERVER.parse(SERVER.upload("a.pdf", SamplePdf.invoice()), "{}");

    assertThat(LiveServerThreads.of("")).isNotEmpty().allMatch(Thread::isDaemon);
  }

  private static void assertFailure(byte[] file, String reason, String message) {
    TestClient.Response run = PATIENT.parse(PATIENT.upload("a.pdf", file), "{}");

    assertThat(run.text("failureReason")).as(run.text()).isEqualTo(reason);
    assertThat(run.text("failureMessage")).isEqualTo(message);
  }
}
