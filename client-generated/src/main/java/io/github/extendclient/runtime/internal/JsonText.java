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
