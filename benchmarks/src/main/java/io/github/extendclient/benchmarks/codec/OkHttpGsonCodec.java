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
    type = document.choose(ParseRun.class, ExtractRun.class, ExtractRunListResponse.class);
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
