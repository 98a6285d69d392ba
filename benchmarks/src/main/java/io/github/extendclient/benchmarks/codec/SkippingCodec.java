package io.github.extendclient.benchmarks.codec;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** The lower bound: Moshi skips the bytes and creates no objects. */
final class SkippingCodec implements Codec {
  @Override
  public Object decode(BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    reader.skipValue();
    return reader.peek();
  }

  @Override
  public void encode(Object value, Buffer target) {
    throw new UnsupportedOperationException("Nothing was decoded that could be encoded.");
  }
}
