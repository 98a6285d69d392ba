package io.github.extendclient.benchmarks.codec;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.rivals.retrofit2gson.JSON;
import io.github.extendclient.benchmarks.rivals.retrofit2gson.model.ExtractRun;
import io.github.extendclient.benchmarks.rivals.retrofit2gson.model.ExtractRunListResponse;
import io.github.extendclient.benchmarks.rivals.retrofit2gson.model.ParseRun;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;

/** The stock {@code retrofit2} library, with Gson as Retrofit's converter uses it. */
final class GsonReaderCodec implements Codec {
  private final Gson gson = new JSON().getGson();
  private final TypeAdapter<Object> adapter;

  @SuppressWarnings("unchecked")
  GsonReaderCodec(Document document) {
    Class<?> type = document.choose(ParseRun.class, ExtractRun.class, ExtractRunListResponse.class);
    adapter = (TypeAdapter<Object>) gson.getAdapter(type);
  }

  @Override
  public Object decode(BufferedSource source) throws IOException {
    return adapter.read(
        gson.newJsonReader(new InputStreamReader(source.inputStream(), StandardCharsets.UTF_8)));
  }

  @Override
  public void encode(Object value, Buffer target) throws IOException {
    try (JsonWriter writer =
        gson.newJsonWriter(new OutputStreamWriter(target.outputStream(), StandardCharsets.UTF_8))) {
      adapter.write(writer, value);
    }
  }
}
