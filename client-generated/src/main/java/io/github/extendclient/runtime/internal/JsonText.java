package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.BufferedSink;

/**
 * Writes JSON strings. Escapes an unpaired surrogate, which UTF-8 cannot encode, so that it is
 * written back as it was read; Moshi's writer would replace it with a question mark.
 */
public final class JsonText {
  private JsonText() {}

  /**
   * Writes a string.
   *
   * @param writer positioned before a value
   * @param text the text
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String text) throws IOException {
    if (!hasLoneSurrogate(text)) {
      writer.value(text);
      return;
    }
    try (BufferedSink sink = writer.valueSink()) {
      quote(text, sink);
    }
  }

  static void quote(String text, BufferedSink sink) throws IOException {
    sink.writeByte('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || isLone(text, i)) {
        sink.writeUtf8(text, written, i).writeUtf8(String.format("\\u%04x", (int) c));
        written = i + 1;
      }
    }
    sink.writeUtf8(text, written, text.length()).writeByte('"');
  }

  /**
   * Escapes the unpaired surrogates of a JSON text, which UTF-8 cannot encode.
   *
   * @param json JSON, or text that is none
   * @return the same text if it has none
   */
  public static String escaped(String json) {
    if (!hasLoneSurrogate(json)) {
      return json;
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      escaped.append(isLone(json, i) ? String.format("\\u%04x", (int) c) : c);
    }
    return escaped.toString();
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= Character.MIN_SURROGATE && isLone(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
