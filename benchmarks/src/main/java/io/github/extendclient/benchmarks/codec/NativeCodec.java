package io.github.extendclient.benchmarks.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.rivals.nativejackson.ApiClient;
import io.github.extendclient.benchmarks.rivals.nativejackson.model.ExtractRun;
import io.github.extendclient.benchmarks.rivals.nativejackson.model.ExtractRunListResponse;
import io.github.extendclient.benchmarks.rivals.nativejackson.model.ParseRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;

/** The stock {@code native} library, which reads the body as text first. */
final class NativeCodec implements Codec {
  private final ObjectMapper mapper = new ApiClient().getObjectMapper();
  private final Class<?> type;

  NativeCodec(Document document) {
    type = document.choose(ParseRun.class, ExtractRun.class, ExtractRunListResponse.class);
  }

  @Override
  public Object decode(BufferedSource source) throws IOException {
    byte[] bytes = source.inputStream().readAllBytes();
    return mapper.readValue(new String(bytes, StandardCharsets.UTF_8), type);
  }

  @Override
  public void encode(Object value, Buffer target) throws IOException {
    target.write(mapper.writeValueAsBytes(value));
  }
}
