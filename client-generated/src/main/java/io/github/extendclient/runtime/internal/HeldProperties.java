package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Buffers the properties of a union that were read before its member was known. */
final class HeldProperties {
  /** Less than half of Moshi's maximum depth, and far more than any response has. */
  private static final int MAX_DOCUMENTS = 100;

  private final Buffer text = new Buffer();
  private String lastName = "";

  /** Buffers the next value of the reader. */
  void hold(String name, JsonReader reader) throws IOException {
    begin(name);
    Lookahead.moveValue(reader, text);
  }

  void hold(String name, String value) throws IOException {
    begin(name);
    JsonText.quote(value, text);
  }

  /**
   * Reads the buffered properties as a separate document. A reader limits the depth of one
   * document; since such documents may nest, their number is limited too.
   *
   * @param outer the reader that read the buffered properties and then the tag, if one is given
   */
  void readInto(ModelBuilder<?, ?> builder, JsonReader outer, @Nullable String tag)
      throws IOException {
    try {
      JsonReader reader = newReader(document(), outer);
      reader.beginObject();
      builder.read(reader);
    } catch (JsonDataException e) {
      throw new JsonDataException(inPlace(e, outer.getPath(), tag == null ? lastName : tag), e);
    }
  }

  /** Returns whether the reader reads buffered properties. */
  static boolean isReading(JsonReader reader) {
    return reader.tag(Nesting.class) != null;
  }

  /** Returns a reader of buffered properties. */
  static JsonReader newReader(Buffer document, JsonReader outer) throws IOException {
    Nesting outside = outer.tag(Nesting.class);
    int documents = outside == null ? 1 : outside.documents + 1;
    if (documents > MAX_DOCUMENTS) {
      throw new JsonDataException(
          "Nesting too deep: more than " + MAX_DOCUMENTS + " unions within each other at $");
    }
    JsonReader reader = Lookahead.newReader(document);
    reader.setTag(Nesting.class, new Nesting(documents));
    return reader;
  }

  JsonValue toJsonValue() throws IOException {
    return RawJson.of(document().readUtf8());
  }

  private void begin(String name) throws IOException {
    text.writeByte(text.size() == 0 ? '{' : ',');
    JsonText.quote(name, text);
    text.writeByte(':');
    lastName = name;
  }

  private Buffer document() {
    return text.writeUtf8(text.size() == 0 ? "{}" : "}");
  }

  /** Returns the message with the path in the whole document instead of the buffered properties. */
  private static String inPlace(JsonDataException e, String path, String lastName) {
    String message = String.valueOf(e.getMessage());
    int held = Math.max(message.lastIndexOf(" at $"), message.lastIndexOf(" at path $"));
    if (held < 0) {
      return message;
    }
    int start = message.indexOf('$', held);
    return message.substring(0, start)
        + path.substring(0, path.length() - lastName.length() - 1)
        + message.substring(start + 1);
  }

  /** The number of nested documents of buffered properties. */
  private record Nesting(int documents) {}
}
