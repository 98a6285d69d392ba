package io.github.extendclient.benchmarks.codec;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.benchmarks.plain.PlainParseRun;
import java.io.IOException;
import okio.BufferedSource;

/** Jackson databind on plain classes, from and to bytes, which suits it best. */
final class JacksonCodec implements Codec {
  private final ObjectMapper mapper =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Override
  public Object decode(BufferedSource source) throws IOException {
    return mapper.readValue(source.readByteArray(), PlainParseRun.class);
  }

  @Override
  public long encode(Object value) throws IOException {
    return mapper.writeValueAsBytes(value).length;
  }
}
