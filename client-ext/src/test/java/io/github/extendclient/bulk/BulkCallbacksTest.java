package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testsupport.ThrownKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Users' code that throws, interrupts or closes during bulk processing. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BulkCallbacksTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String CREATE = "POST /parse_runs";

  /** Where code of the user runs during bulk processing. */
  private enum Place {
    SOURCE,
    CONTENT,
    STORE_FIND,
    STORE_KEEP,
    ON_RESULT,
    ON_PROGRESS;

    boolean isOnTheLoop() {
      return this == SOURCE || this == ON_PROGRESS;
    }
  }

  static Stream<Arguments> placesAndKinds() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(ThrownKind.values()).map(kind -> Arguments.of(place, kind)));
  }

  @ParameterizedTest
  @MethodSource("placesAndKinds")
  void whateverACallbackThrowsEndsTheJobAndTheNextOneCompletesIt(Place place, ThrownKind kind)
      throws Exception {
    BulkJob job = bulk(place, kind::raise).start(documents(place, kind::raise));

    CompletableFuture<BulkReport> report = job.report();
    if (place.isOnTheLoop() && kind == ThrownKind.INTERRUPTED_EXCEPTION) {
      assertThat(report.get(20, TimeUnit.SECONDS).ending()).isEqualTo(BulkEnding.STOPPED);
    } else if (place == Place.CONTENT && !kind.isError()) {
      assertThat(report.get(20, TimeUnit.SECONDS).notProcessed()).isEqualTo(1);
    } else {
      Throwable thrown = catchThrowable(() -> report.get(20, TimeUnit.SECONDS));
      assertThat(thrown).isInstanceOf(ExecutionException.class).cause().hasMessage("thrown");
    }
    job.close();
    fixture.inOrder(fixture.parse(), documents(Place.ON_RESULT, () -> {}));
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(3);
    assertThat(fixture.keys()).hasSize(3).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackMayCloseTheJob(Place place) throws Exception {
    CompletableFuture<BulkJob> job = new CompletableFuture<>();
    Runnable close = () -> job.join().close();

    job.complete(bulk(place, close).start(documents(place, close)));

    assertThat(job.join().report().get(20, TimeUnit.SECONDS)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTENT", "STORE_FIND", "STORE_KEEP", "ON_RESULT"})
  void aCallbackThatSetsTheInterruptFlagOfAWorkerDoesNotEndTheJob(Place place) throws Exception {
    Runnable interrupt = () -> Thread.currentThread().interrupt();

    BulkReport report =
        bulk(place, interrupt)
            .start(documents(place, interrupt))
            .report()
            .get(20, TimeUnit.SECONDS);

    assertThat(report.ending()).isEqualTo(BulkEnding.COMPLETED);
    assertThat(report.processed()).isEqualTo(3);
  }

  @Test
  void anInterruptBeforeTheStartSendsNothing() {
    Thread.currentThread().interrupt();

    BulkReport report = fixture.parse().run(BulkFixture.texts(3));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(BulkEnding.STOPPED);
    assertThat(fixture.server.requests()).isEmpty();
  }

  @Test
  void aSourceThatReturnsNullEndsTheJob() {
    List<BulkDocument> documents = new ArrayList<>(BulkFixture.texts(1));
    documents.add(null);

    BulkJob job = fixture.parse().start(documents);

    assertThat(catchThrowable(() -> job.report().get(20, TimeUnit.SECONDS)))
        .cause()
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The source returned null instead of a document.");
  }

  @Test
  void closeEndsAJobWhoseSourceBlocks() throws Exception {
    BlockingQueue<BulkDocument> queue = new LinkedBlockingQueue<>(BulkFixture.texts(1));
    BulkJob job = fixture.parse().start(() -> Stream.generate(() -> takenFrom(queue)).iterator());

    job.close();

    assertThat(job.report().get(20, TimeUnit.SECONDS).ending()).isEqualTo(BulkEnding.STOPPED);
  }

  private static BulkDocument takenFrom(BlockingQueue<BulkDocument> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aClosedClientEndsTheJob() {
    BulkJob job =
        fixture
            .parse()
            .concurrency(16)
            .onResult(result -> fixture.extend.close())
            .start(BulkFixture.texts(50));

    assertThat(catchThrowable(() -> job.report().get(20, TimeUnit.SECONDS)))
        .cause()
        .isInstanceOf(ClientClosedException.class);
  }

  private Bulk<?> bulk(Place place, Runnable code) {
    Bulk<?> bulk = fixture.parse().concurrency(1);
    AtomicBoolean first = new AtomicBoolean(true);
    return switch (place) {
      case SOURCE, CONTENT -> bulk;
      case STORE_FIND -> bulk.reuse(store(code, () -> {}));
      case STORE_KEEP -> bulk.reuse(store(() -> {}, code));
      case ON_RESULT -> bulk.onResult(result -> code.run());
      case ON_PROGRESS ->
          bulk.onProgress(
              progress -> {
                if (progress.processed() > 0 && first.getAndSet(false)) {
                  code.run();
                }
              });
    };
  }

  private static BulkStore store(Runnable onFind, Runnable onKeep) {
    return new BulkStore() {
      @Override
      public @Nullable JsonValue get(String fingerprint) {
        onFind.run();
        return null;
      }

      @Override
      public void put(String fingerprint, JsonValue run) {
        onKeep.run();
      }
    };
  }

  private static Iterable<BulkDocument> documents(Place place, Runnable code) {
    return () ->
        Stream.of("a", "b", "c")
            .map(
                key -> {
                  boolean isHit = key.equals("b");
                  if (place == Place.SOURCE && isHit) {
                    code.run();
                  }
                  return BulkDocument.stream(
                      key,
                      key + ".txt",
                      () -> {
                        if (place == Place.CONTENT && isHit) {
                          code.run();
                        }
                        return new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8));
                      });
                })
            .iterator();
  }
}
