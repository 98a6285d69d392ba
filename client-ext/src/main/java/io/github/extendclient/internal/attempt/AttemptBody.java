package io.github.extendclient.internal.attempt;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The body of one attempt. One-shot for operations that must not be sent twice, which keeps OkHttp,
 * even one that hides behind a user's own call factory, from sending it again by itself: after a
 * lost connection, a 408, or a 503 with {@code Retry-After: 0}.
 */
final class AttemptBody extends RequestBody {
  private final RequestBody body;
  private final Attempt attempt;

  AttemptBody(RequestBody body, Attempt attempt) {
    this.body = body;
    this.attempt = attempt;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return !attempt.operation.idempotent() || body.isOneShot();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    attempt.startBody();
    body.writeTo(sink);
  }
}
