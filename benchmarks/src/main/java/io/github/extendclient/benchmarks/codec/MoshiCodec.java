package io.github.extendclient.benchmarks.codec;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.runtime.internal.JsonAdapters;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunListResponse;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;
import okio.BufferedSource;

/** Our own adapters, or Moshi's by reflection. */
final class MoshiCodec implements Codec {
  private final JsonAdapter<Object> adapter;
  private final Reading reader;

  private MoshiCodec(JsonAdapter<Object> adapter, Reading reader) {
    this.adapter = adapter;
    this.reader = reader;
  }

  static Codec ours(Document document) {
    Moshi moshi = new Moshi.Builder().add(new ModelJsonAdapterFactory()).build();
    Class<?> type = document.choose(ParseRun.class, ExtractRun.class, ExtractRunListResponse.class);
    return new MoshiCodec(moshi.<Object>adapter(type), JsonAdapters::newReader);
  }

  static Codec byReflection(Document document) {
    return new MoshiCodec(
        new Moshi.Builder().build().<Object>adapter(PlainClasses.of(document)), JsonReader::of);
  }

  @Override
  public Object decode(BufferedSource source) throws IOException {
    return Objects.requireNonNull(adapter.fromJson(reader.of(source)));
  }

  @Override
  public void encode(Object value, Buffer target) throws IOException {
    adapter.toJson(JsonWriter.of(target), value);
  }

  /** Makes a reader of a document. */
  @FunctionalInterface
  private interface Reading {
    JsonReader of(BufferedSource source) throws IOException;
  }
}
