package io.github.extendclient.internal.call;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A response body that fails once it turns out to be larger than the client allows. */
final class BoundedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  BoundedBody(ResponseBody body, long maxBytes) {
    this.body = body;
    this.source = Okio.buffer(new BoundedSource(body.source(), maxBytes));
  }

  static RefusedAnswer tooLarge(long maxBytes) {
    return new RefusedAnswer(
        "the answer is larger than "
            + maxBytes
            + " bytes, the most that this client takes: raise maxResponseBytes");
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

  private static final class BoundedSource extends ForwardingSource {
    private final long maxBytes;
    private long seen;

    BoundedSource(Source delegate, long maxBytes) {
      super(delegate);
      this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      seen += Math.max(read, 0);
      if (seen > maxBytes) {
        throw tooLarge(maxBytes);
      }
      return read;
    }
  }
}
