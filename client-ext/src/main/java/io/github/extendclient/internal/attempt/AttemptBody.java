package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.callback.Interrupts;
import io.github.extendclient.internal.http.LocalFailure;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * The body of one attempt. One-shot for operations that are not idempotent. This prevents OkHttp,
 * even behind a user's call factory, from resending it after a lost connection, a 408, or a 503
 * with {@code Retry-After: 0}. Records when the last byte is written: the server cannot have
 * accepted a request that was cut before.
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
    boolean mayBeSentAgain = attempt.operation.idempotent() || attempt.wasRefusedByProxy();
    return !mayBeSentAgain || body.isOneShot();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    attempt.startBody();
    try {
      if (isInMemory()) {
        attempt.writeLast();
        body.writeTo(sink);
      } else {
        writeInPieces(sink);
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof IOException network ? network : new LocalFailure(e);
    } catch (Exception e) {
      // Kotlin and Scala throw undeclared checked exceptions.
      Interrupts.keep(e);
      throw new LocalFailure(e);
    }
  }

  private void writeInPieces(BufferedSink sink) throws IOException {
    BufferedSink pieces = Okio.buffer(new LastByteSink(sink, contentLength()));
    body.writeTo(pieces);
    pieces.emit();
    attempt.writeLast();
  }

  /** Returns true for JSON; files and streams are read during sending. */
  private boolean isInMemory() throws IOException {
    MediaType type = body.contentType();
    boolean isForm = type != null && type.type().equals("multipart");
    return !isForm && !body.isOneShot() && body.contentLength() >= 0;
  }

  private final class LastByteSink extends ForwardingSink {
    private long left;

    LastByteSink(Sink delegate, long length) {
      super(delegate);
      left = length;
    }

    @Override
    public void write(Buffer source, long byteCount) throws IOException {
      left -= byteCount;
      if (left == 0) {
        attempt.writeLast();
      } else {
        attempt.writePart();
      }
      super.write(source, byteCount);
    }
  }
}
