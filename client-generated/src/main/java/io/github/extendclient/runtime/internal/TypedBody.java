package io.github.extendclient.runtime.internal;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A body with the content type of its operation. */
final class TypedBody extends ForwardingBody {
  private final @Nullable MediaType type;

  TypedBody(RequestBody body, @Nullable MediaType type) {
    super(body);
    this.type = type;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }
}
