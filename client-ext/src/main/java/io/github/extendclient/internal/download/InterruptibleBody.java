package io.github.extendclient.internal.download;

import io.github.extendclient.internal.time.Watchdog;
import io.github.extendclient.internal.time.Workers;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * The body of a download. Nothing wakes a thread that reads from a socket, so an interrupt of the
 * reading thread cancels the call within 100 ms. Read by one thread at a time.
 */
final class InterruptibleBody extends ResponseBody {
  /** Cancel calls: the user's event listener runs then, and must not block the timer. */
  private static final Workers CANCELLERS = new Workers("extend-download-");

  // The call has a timeout of its own.
  private static final long NO_LIMIT = Duration.ofDays(1).toNanos();

  private final ResponseBody body;
  private final BufferedSource source;

  InterruptibleBody(ResponseBody body, Call call) {
    this.body = body;
    this.source = Okio.buffer(new InterruptibleSource(body.source(), call));
  }

  /** Cancels a call when the current thread is interrupted, until the watch is ended. */
  static Watchdog.Watch watch(Call call) {
    return Watchdog.INSTANCE.watch(
        NO_LIMIT, () -> {}, Thread.currentThread(), () -> CANCELLERS.execute(call::cancel));
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  private static final class InterruptibleSource extends ForwardingSource {
    private final Call call;

    InterruptibleSource(Source delegate, Call call) {
      super(delegate);
      this.call = call;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      Watchdog.Watch watch = watch(call);
      try {
        return super.read(sink, byteCount);
      } finally {
        watch.end();
      }
    }
  }
}
