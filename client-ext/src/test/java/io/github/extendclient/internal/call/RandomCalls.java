package io.github.extendclient.internal.call;

import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Starts calls of all forms, some of which are cancelled or interrupted before or while they run,
 * or have callbacks that throw. Notes how long after its deadline the latest call ended.
 */
final class RandomCalls implements AutoCloseable {
  private final Random random;
  private final ExecutorService callers = Executors.newFixedThreadPool(16);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final LongAccumulator latest = new LongAccumulator(Math::max, Long.MIN_VALUE);

  RandomCalls(long seed) {
    random = new Random(seed);
  }

  /** Negative if all calls ended before their deadlines. */
  Duration latest() {
    return Duration.ofNanos(latest.get());
  }

  /** Completed when the call has ended. */
  CompletableFuture<?> start(ThingsApi things, Duration deadline, int number) {
    Thing body = new Thing("n" + number, number);
    String id = "th_" + number;
    return switch (random.nextInt(7)) {
      case 0 -> future(things.getAsync(id), deadline);
      case 1 -> future(things.createAsync(body), deadline);
      case 2 -> enqueued(things.createCall(body), deadline);
      case 3 -> blocking(() -> things.get(id), deadline);
      case 4 -> blocking(() -> things.create(body), deadline);
      case 5 -> blocking(() -> things.createCall(body).execute(), deadline);
      default -> blocking(() -> things.upload(stream(number), null), deadline);
    };
  }

  private CompletableFuture<?> future(CompletableFuture<Thing> call, Duration deadline) {
    long start = System.nanoTime();
    CompletableFuture<Object> end =
        call.handle((value, thrown) -> noteEnd(start, deadline)).thenApply(noted -> "ended");
    int mischief = random.nextInt(10);
    if (mischief == 0) {
      call.cancel(true);
    } else if (mischief == 1) {
      soon(() -> call.cancel(true));
    } else if (mischief == 2) {
      call.whenComplete(
          (value, thrown) -> {
            throw new AssertionError("a continuation fails");
          });
    }
    return end;
  }

  private CompletableFuture<?> enqueued(Call<Thing> call, Duration deadline) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    int mischief = random.nextInt(10);
    long start = System.nanoTime();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<Thing> ended, Response<Thing> response) {
            finish();
          }

          @Override
          public void onFailure(Call<Thing> ended, Throwable failure) {
            finish();
          }

          private void finish() {
            noteEnd(start, deadline);
            end.complete("ended");
            if (mischief == 0) {
              throw new IllegalStateException("a callback fails");
            }
          }
        });
    if (mischief == 1) {
      call.cancel();
    } else if (mischief == 2) {
      soon(call::cancel);
    }
    return end;
  }

  private CompletableFuture<?> blocking(BlockingForm call, Duration deadline) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    int mischief = random.nextInt(10);
    long delay = random.nextInt(5);
    callers.execute(
        () -> {
          Interruption interruption = new Interruption(Thread.currentThread());
          if (mischief == 0) {
            interruption.interrupt();
          } else if (mischief < 3) {
            timer.schedule(interruption::interrupt, delay, TimeUnit.MILLISECONDS);
          }
          long start = System.nanoTime();
          try {
            call.run();
          } catch (Exception | Error expected) {
            // Its outcome is counted at the server.
          } finally {
            interruption.end();
            noteEnd(start, deadline);
            end.complete("ended");
          }
        });
    return end;
  }

  private void soon(Runnable task) {
    timer.schedule(task, random.nextInt(5), TimeUnit.MILLISECONDS);
  }

  private boolean noteEnd(long start, Duration deadline) {
    latest.accumulate(System.nanoTime() - start - deadline.toNanos());
    return true;
  }

  /** Its caller waits while a worker reads it. */
  private static MultipartBody.Part stream(int number) {
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("text/plain");
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("{\"name\":\"n" + number + "\"}");
          }
        };
    return MultipartBody.Part.createFormData("file", "a.txt", body);
  }

  @Override
  public void close() {
    callers.shutdownNow();
    timer.shutdownNow();
  }

  private interface BlockingForm {
    void run() throws Exception;
  }

  /** Of one call, and not of what its thread does next. */
  private static final class Interruption {
    private final Thread thread;
    private boolean ended;

    Interruption(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!ended) {
        thread.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
      Thread.interrupted();
    }
  }
}
