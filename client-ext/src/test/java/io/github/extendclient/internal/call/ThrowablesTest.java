package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.Poller;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.page.AsyncPages;
import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.HastyTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThrownKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Users' code or the JVM throws, at each place, in each attempt and form: the call ends within its
 * deadline, and the next call of the same client succeeds.
 */
@Timeout(60)
class ThrowablesTest extends MockServerFixture {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private enum Form {
    BLOCKING,
    FUTURE,
    CALL_EXECUTED,
    CALL_ENQUEUED
  }

  private final AtomicInteger times = new AtomicInteger();

  static Stream<Arguments> matrix() {
    List<Arguments> all = new ArrayList<>();
    for (ThrowingPlace place : ThrowingPlace.values()) {
      for (ThrownKind kind : ThrownKind.values()) {
        for (Form form : Form.values()) {
          for (int attempt = 1; attempt <= 2; attempt++) {
            if (isPossible(place, form, attempt) && !isOfTheNetwork(place, kind)) {
              all.add(Arguments.of(place, kind, form, attempt));
            }
          }
        }
      }
    }
    return all.stream();
  }

  private static boolean isPossible(ThrowingPlace place, Form form, int attempt) {
    boolean isAsync = form == Form.FUTURE || form == Form.CALL_ENQUEUED;
    return switch (place) {
      case EXECUTOR -> isAsync;
      case UPLOAD_BODY, UPLOAD_PROGRESS ->
          attempt == 1 && form != Form.CALL_EXECUTED && form != Form.CALL_ENQUEUED;
      case DNS, PROXY_SELECTOR -> attempt == 1; // The connection exists afterwards.
      case CONVERTER -> attempt == 2; // Of the response: the first one is an error.
      case PAGE_ACTION, POLL_PROGRESS -> form == Form.BLOCKING || form == Form.FUTURE;
      default -> true;
    };
  }

  /** An {@code IOException} from within the HTTP client counts as one of the network. */
  private static boolean isOfTheNetwork(ThrowingPlace place, ThrownKind kind) {
    return kind == ThrownKind.IO_EXCEPTION
        && switch (place) {
          case INTERCEPTOR, NETWORK_INTERCEPTOR, DNS, PROXY_SELECTOR, COOKIE_JAR, CONVERTER -> true;
          default -> false;
        };
  }

  @ParameterizedTest(name = "{0} throws {1}, {2}, attempt {3}")
  @MethodSource("matrix")
  void theCallEndsAndTheClientContinues(
      ThrowingPlace place, ThrownKind kind, Form form, int attempt) throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          private final AtomicInteger requests = new AtomicInteger();

          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return requests.incrementAndGet() == 1 && attempt == 2
                ? error(place == ThrowingPlace.THROTTLED ? 429 : 503, "", "Retry-After: 0")
                : TestClient.ok();
          }
        });
    client.on(new HastyTimeline()).deadline(DEADLINE);
    place.prepare(
        client,
        () -> {
          if (isTurnOf(place, attempt)) {
            kind.raise();
          }
        });
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    CapturedLog attempts = new CapturedLog("io.github.extendclient.attempts", Level.OFF);
    CapturedLog pacing = new CapturedLog("io.github.extendclient.pacing", Level.OFF);
    CapturedLog calls = new CapturedLog("io.github.extendclient.calls", Level.OFF);
    try {
      CompletableFuture<Object> end = call(place, kind, form);

      Object ended = end.get(DEADLINE.toSeconds() + 5, TimeUnit.SECONDS);

      // A name that cannot be looked up is looked up again.
      // Of the caller's thread, in the blocking form and at the first turn.
      Thread.interrupted();
      if (place.goesOn && kind == ThrownKind.INTERRUPTED_EXCEPTION) {
        // The thread counts as interrupted: what waits on it afterwards does not go on.
        assertThat(ended).isInstanceOfAny(Thing.class, TransportException.class);
      } else if (place.goesOn || (place == ThrowingPlace.DNS && kind.isChecked())) {
        assertThat(ended).isInstanceOf(Thing.class);
      } else {
        assertThat(ended).isInstanceOf(Throwable.class);
        // What a decoder throws may show content of the document, and is left out.
        assertThat(
                place == ThrowingPlace.CONVERTER && kind == ThrownKind.RUNTIME_EXCEPTION
                    ? List.of("thrown")
                    : chainOf((Throwable) ended))
            .anyMatch(text -> text.contains("thrown"));
      }
      times.set(Integer.MIN_VALUE);
      assertThat(client.things().getAsync("th_1").join().name()).isEqualTo("a");
      assertThat(client.things().get("th_1").name()).isEqualTo("a");
    } finally {
      Thing.onRead = () -> {};
      List.of(attempts, pacing, calls).forEach(CapturedLog::close);
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"KEY_SUPPLIER", "LISTENER", "PACER", "INTERCEPTOR", "DNS"})
  void aCycleOfCausesEndsTheCall(ThrowingPlace place) {
    IOException first = new IOException("\u001b first");
    IOException second = new IOException("\u001b second", first);
    first.initCause(second);
    enqueue(TestClient.ok());
    client.on(new HastyTimeline()).deadline(DEADLINE);
    place.prepare(
        client,
        () -> {
          throw new UncheckedIOException(second);
        });

    try (CapturedLog log = new CapturedLog("io.github.extendclient", Level.OFF)) {
      Throwable thrown = catchThrowable(() -> client.things().get("th_1"));

      assertThat(log.lines()).isEmpty();
      assertThat(thrown == null || thrown instanceof ExtendException).isTrue();
    }
  }

  /** True once: at the attempt that is to fail. */
  private boolean isTurnOf(ThrowingPlace place, int attempt) {
    int now = times.incrementAndGet();
    return now
        == (place == ThrowingPlace.THROTTLED || place == ThrowingPlace.CONVERTER ? 1 : attempt);
  }

  /** The value or the exception that the call ends with. */
  private CompletableFuture<Object> call(ThrowingPlace place, ThrownKind kind, Form form) {
    if (place == ThrowingPlace.UPLOAD_BODY || place == ThrowingPlace.UPLOAD_PROGRESS) {
      return upload(place, kind, form == Form.FUTURE);
    }
    if (place == ThrowingPlace.PAGE_ACTION) {
      return listing(kind, form == Form.FUTURE);
    }
    if (place == ThrowingPlace.POLL_PROGRESS) {
      return poll(kind, form == Form.FUTURE);
    }
    return switch (form) {
      case BLOCKING -> blocking(() -> client.things().get("th_1"));
      case FUTURE -> ofFuture(client.things().getAsync("th_1"));
      case CALL_EXECUTED -> blocking(() -> bodyOf(client.things().getCall("th_1").execute()));
      case CALL_ENQUEUED -> enqueued(client.things().getCall("th_1"));
    };
  }

  private CompletableFuture<Object> upload(ThrowingPlace place, ThrownKind kind, boolean isAsync) {
    Upload upload =
        place == ThrowingPlace.UPLOAD_BODY
            ? Upload.of(
                "a.pdf",
                new InputStream() {
                  @Override
                  public int read() {
                    return kind.raise();
                  }
                })
            : Upload.of("a.pdf", new byte[10]).onProgress((bytes, total) -> kind.raise());
    return isAsync
        ? ofFuture(client.things().uploadAsync(upload.toPart("file"), null))
        : blocking(() -> client.things().upload(upload.toPart("file"), null));
  }

  private CompletableFuture<Object> listing(ThrownKind kind, boolean isAsync) {
    OnePage.Request request = new OnePage.Request();
    return isAsync
        ? ofFuture(
            AsyncPages.of(
                    (OnePage.Request page) ->
                        client.things().getAsync("th_1").thenApply(OnePage::new),
                    request)
                .forEach(thing -> kind.raise()))
        : blocking(
            () -> {
              Pages.of((OnePage.Request page) -> new OnePage(client.things().get("th_1")), request)
                  .forEach(thing -> kind.raise());
              return "all pages";
            });
  }

  private CompletableFuture<Object> poll(ThrownKind kind, boolean isAsync) {
    Poller poller = Poller.builder().onProgress(progress -> kind.raise()).build();
    return isAsync
        ? ofFuture(poller.pollAsync("th_1", client.things()::getAsync, thing -> true))
        : blocking(() -> poller.poll("th_1", client.things()::get, thing -> true));
  }

  private static Object bodyOf(Response<Thing> response) {
    return response.isSuccessful() ? response.body() : new AssertionError(response.code());
  }

  /** Code that may throw anything. */
  @FunctionalInterface
  private interface Code {
    Object run() throws Exception;
  }

  private static CompletableFuture<Object> blocking(Code code) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                end.complete(code.run());
              } catch (Throwable thrown) {
                end.complete(thrown);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return end;
  }

  private static CompletableFuture<Object> ofFuture(CompletableFuture<?> future) {
    return future.handle(
        (value, thrown) ->
            value != null
                ? value
                : thrown instanceof CompletionException ? thrown.getCause() : thrown);
  }

  private static CompletableFuture<Object> enqueued(retrofit2.Call<Thing> call) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(retrofit2.Call<Thing> ended, Response<Thing> response) {
            end.complete(bodyOf(response));
          }

          @Override
          public void onFailure(retrofit2.Call<Thing> ended, Throwable failure) {
            end.complete(failure);
          }
        });
    return end;
  }

  /** A listing whose only page has one thing. */
  private record OnePage(Thing thing) implements Page<Thing> {
    @Override
    public List<Thing> pageItems() {
      return List.of(thing);
    }

    @Override
    public @Nullable String pageToken() {
      return null;
    }

    private record Request() implements PageRequest<Request> {
      @Override
      public Request withPageToken(@Nullable String token) {
        return this;
      }
    }
  }

  private static List<String> chainOf(Throwable thrown) {
    List<String> texts = new ArrayList<>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      texts.add(String.valueOf(cause.getMessage()));
    }
    return texts;
  }
}
