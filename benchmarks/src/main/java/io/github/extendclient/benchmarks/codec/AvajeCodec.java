package io.github.extendclient.benchmarks.codec;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.github.extendclient.benchmarks.document.Document;
import okio.Buffer;
import okio.BufferedSource;

/** The adapters that avaje-jsonb generates for the plain classes. */
final class AvajeCodec implements Codec {
  private final JsonType<Object> type;

  @SuppressWarnings("unchecked")
  AvajeCodec(Document document) {
    type = (JsonType<Object>) Jsonb.instance().type(PlainClasses.of(document));
  }

  @Override
  public Object decode(BufferedSource source) {
    return type.fromJson(source.inputStream());
  }

  @Override
  public void encode(Object value, Buffer target) {
    type.toJson(value, target.outputStream());
  }
}
