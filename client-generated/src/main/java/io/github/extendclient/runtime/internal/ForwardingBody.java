package io.github.extendclient.runtime.internal;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that changes something about another body; without overrides, it is like that one. */
public abstract class ForwardingBody extends RequestBody {
  /** The other body. */
  protected final RequestBody body;

  /**
   * Wraps a body.
   *
   * @param body the other body
   */
  protected ForwardingBody(RequestBody body) {
    this.body = body;
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
    return body.isOneShot();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }
}
