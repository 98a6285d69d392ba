package io.github.extendclient.runtime;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The content of a stream, for {@link Upload}. Read once, by the thread that sends the request. */
final class StreamBody extends RequestBody {
  private final String name;
  private final InputStream content;

  StreamBody(String name, InputStream content) {
    this.name = name;
    this.content = content;
  }

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source source = new UploadContent(name, Okio.source(content))) {
      sink.writeAll(source);
    }
  }
}
