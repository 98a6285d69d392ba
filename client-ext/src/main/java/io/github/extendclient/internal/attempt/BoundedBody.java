package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.BoundedSource;
import io.github.extendclient.internal.http.RefusedResponseException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A response body that fails if it is larger than the client allows. */
final class BoundedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  BoundedBody(ResponseBody body, long maxBytes) {
    this.body = body;
    this.source =
        Okio.buffer(new BoundedSource(body.source(), maxBytes, BoundedBody::tooLarge, seen -> {}));
  }

  static RefusedResponseException tooLarge(long maxBytes) {
    return new RefusedResponseException(
        "the response is larger than "
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
