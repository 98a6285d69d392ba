package io.github.extendclient.internal.call;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A response body that fails once it turns out to be larger than the client allows. */
final class BoundedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  BoundedBody(ResponseBody body, long maxBytes) {
    this.body = body;
    this.source =
        Okio.buffer(new BoundedSource(body.source(), maxBytes, BoundedBody::tooLarge, seen -> {}));
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
}
