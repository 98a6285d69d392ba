package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.ForwardingBody;
import java.io.IOException;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;

/** A body with a progress callback, which runs on the thread that sends the request. */
final class ProgressBody extends ForwardingBody {
  private final String name;
  private final TransferListener progress;

  ProgressBody(String name, RequestBody body, TransferListener progress) {
    super(body);
    this.name = name;
    this.progress = progress;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    CountingSink counting = new CountingSink(sink, contentLength());
    counting.report();
    BufferedSink counted = Okio.buffer(counting);
    body.writeTo(counted);
    counted.emit();
  }

  private final class CountingSink extends ForwardingSink {
    // Bytes in memory would be written in one piece.
    private static final long PIECE = 64 << 10;

    private final long total;
    private long bytes;

    CountingSink(Sink delegate, long total) {
      super(delegate);
      this.total = total;
    }

    @Override
    public void write(Buffer source, long byteCount) throws IOException {
      for (long left = byteCount; left > 0; left -= PIECE) {
        long piece = Math.min(left, PIECE);
        super.write(source, piece);
        bytes += piece;
        report();
      }
    }

    void report() throws UploadException {
      try {
        progress.transferred(bytes, total);
      } catch (Exception e) {
        // Includes checked exceptions, which Kotlin and Scala throw undeclared: abort the request
        // properly.
        throw new UploadException("The progress callback of the upload " + name + " threw " + e, e);
      }
    }
  }
}
