package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call ends at its deadline or at an interrupt, in every state. */
@Timeout(60)
class CallEndsInTimeTest extends MockServerFixture {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Far longer than the deadline, and far shorter than the call is blocked. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final Thing BODY = new Thing("a", 1);

  private final CountDownLatch arrived = new CountDownLatch(1);

  @BeforeEach
  void useRealTime() {
    client.on(SystemTimeline.INSTANCE);
  }

  private void serverIsSilent() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            arrived.countDown();
            return TestClient.ok().newBuilder().headersDelay(60, TimeUnit.SECONDS).build();
          }
        });
  }

  private static ExtendException failureOf(Runnable call) {
    long start = System.nanoTime();
    Throwable thrown = catchThrowable(call::run);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    assertThat(failure).isInstanceOf(ExtendException.class);
    return (ExtendException) failure;
  }

  @Test
  void theDeadlineIsHeardInTheQueueOfRequests() {
    serverIsSilent();
    client.maxConcurrentRequests(1);
    CompletableFuture<Thing> first = client.things().getAsync("th_1");

    ExtendException failure = failureOf(() -> client.thingsWithin(SHORT).createAsync(BODY).join());

    assertThat(failure).isInstanceOf(DeadlineException.class);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    first.cancel(true);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDeadlineIsHeardInANameLookup(boolean isAsync) {
    CountDownLatch end = new CountDownLatch(1);
    client.deadline(SHORT).httpClient(slowDns(end));

    ExtendException failure = failureOfCreate(isAsync);

    assertThat(failure).isInstanceOf(DeadlineException.class);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(server.getRequestCount()).isZero();
    end.countDown();
  }

  private ExtendException failureOfCreate(boolean isAsync) {
    return failureOf(
        () -> {
          if (isAsync) {
            client.things().createAsync(BODY).join();
          } else {
            client.things().create(BODY);
          }
        });
  }

  private static OkHttpClient slowDns(CountDownLatch end) {
    return new OkHttpClient.Builder()
        .dns(
            host -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new UnknownHostException("interrupted");
              }
              return List.of(InetAddress.getLoopbackAddress());
            })
        .build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDeadlineIsHeardInABodyThatBlocks(boolean isAsync) throws IOException {
    client.deadline(SHORT);
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream blocking = new PipedInputStream(writer)) {
      writer.write('x');
      Upload upload = Upload.of("a.pdf", blocking);

      ExtendException failure =
          failureOf(
              () -> {
                if (isAsync) {
                  client.things().uploadAsync(upload.toPart("file"), null).join();
                } else {
                  client.things().upload(upload.toPart("file"), null);
                }
              });

      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.mayHaveBeenAccepted()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDeadlineIsHeardInAWaitForATurnThatIsAlwaysPutOff(boolean isAsync) {
    AtomicInteger given = new AtomicInteger();
    client.deadline(SHORT).pacer(category -> putOff(given));

    ExtendException failure = failureOfCreate(isAsync);

    assertThat(failure).isInstanceOf(DeadlineException.class);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(eventually(() -> given.get() == 0)).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  private static Pacer.Turn putOff(AtomicInteger given) {
    given.incrementAndGet();
    return new Pacer.Turn() {
      @Override
      public Duration remaining() {
        return Duration.ofMillis(20);
      }

      @Override
      public void cancel() {
        given.decrementAndGet();
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "false, HTTP_1_1",
    "true, HTTP_1_1",
    "false, H2_PRIOR_KNOWLEDGE",
    "true, H2_PRIOR_KNOWLEDGE"
  })
  void theDeadlineIsHeardInASilentRead(boolean isAsync, Protocol version) {
    speak(version);
    serverIsSilent();
    client.deadline(SHORT);

    ExtendException failure = failureOfCreate(isAsync);

    assertThat(failure).isInstanceOf(DeadlineException.class);
  }

  private void speak(Protocol version) {
    server.setProtocols(List.of(version));
    client.httpClient(new OkHttpClient.Builder().protocols(List.of(version)).build());
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void anInterruptIsHeardInASilentReadAndItsFlagKept(Protocol version) throws InterruptedException {
    speak(version);
    serverIsSilent();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              thrown.set(catchThrowable(() -> client.things().create(BODY)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

    long start = System.nanoTime();
    caller.interrupt();
    caller.join();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isTrue())
        .hasMessageContaining("POST /things was interrupted (1 attempt in ");
    assertThat(flag.get()).isTrue();
  }

  @Test
  void anInterruptIsHeardInANameLookup() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch looking = new CountDownLatch(1);
    client.httpClient(
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  looking.countDown();
                  return slowDns(end).dns().lookup(host);
                })
            .build());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(() -> thrown.set(catchThrowable(() -> client.things().create(BODY))));
    caller.start();
    assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();
    caller.join();

    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessageContaining("POST /things was interrupted (1 attempt in ");
    end.countDown();
  }

  @Test
  void anInterruptIsHeardInABodyThatBlocks() throws IOException, InterruptedException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream blocking = new PipedInputStream(writer)) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread caller =
          new Thread(
              () ->
                  thrown.set(
                      catchThrowable(
                          () ->
                              client
                                  .things()
                                  .upload(Upload.of("a.pdf", blocking).toPart("file"), null))));
      caller.start();
      assertThat(eventually(() -> caller.getState() == Thread.State.WAITING)).isTrue();

      caller.interrupt();
      caller.join();

      assertThat(thrown.get())
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse());
    }
  }
}
