package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.rivals.okhttpgson.JSON;
import io.github.extendclient.benchmarks.rivals.okhttpgson.model.ExtractRun;
import io.github.extendclient.benchmarks.rivals.okhttpgson.model.ExtractRunListResponse;
import io.github.extendclient.benchmarks.rivals.okhttpgson.model.ParseRun;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** The stock {@code okhttp-gson} library by its own entry points. */
final class OkHttpGsonCodec implements Codec {
  private final Class<?> type;

  OkHttpGsonCodec(Document document) {
    type =
        switch (document) {
          case PARSE_20_KB, PARSE_500_KB, PARSE_5_MB -> ParseRun.class;
          case EXTRACT_50_KB -> ExtractRun.class;
          case LIST_OF_100 -> ExtractRunListResponse.class;
        };
  }

  @Override
  public Object decode(BufferedSource source) throws IOException {
    return JSON.deserialize(source.inputStream(), type);
  }

  @Override
  public void encode(Object value, Buffer target) {
    target.writeUtf8(JSON.serialize(value));
  }
}
