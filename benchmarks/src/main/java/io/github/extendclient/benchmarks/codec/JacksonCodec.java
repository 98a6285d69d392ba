package io.github.extendclient.benchmarks.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.extendclient.benchmarks.document.Document;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** Jackson databind on plain classes. Nulls are not written, as the other libraries do. */
final class JacksonCodec implements Codec {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  JacksonCodec(Document document) {
    ObjectMapper mapper =
        new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    reader = mapper.readerFor(PlainClasses.of(document));
    writer = mapper.writerFor(PlainClasses.of(document));
  }

  @Override
  public Object decode(BufferedSource source) throws IOException {
    return reader.readValue(source.inputStream());
  }

  @Override
  public void encode(Object value, Buffer target) throws IOException {
    writer.writeValue(target.outputStream(), value);
  }
}
