package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.regex.Pattern;
import okio.Buffer;

/** Formats JSON for the log: masks secrets and the signatures of URLs, and truncates long texts. */
public final class MaskedJson {
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(secret|password|credential|api_?key|authorization).*|(access_?)?token",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUERY = Pattern.compile("(?i)(https?://[^\\s?\"]*\\?)[^\\s\"]*");
  private static final String MASK = "***";

  private MaskedJson() {}

  /**
   * Returns the text for the log.
   *
   * @param json possibly truncated
   * @param maxChars the maximum length of the text
   * @return compact JSON, with an ellipsis at its end if the document is truncated or not JSON
   */
  public static String of(Buffer json, int maxChars) {
    Buffer masked = new Buffer();
    boolean isWhole = false;
    try (JsonReader reader = JsonReader.of(json);
        JsonWriter writer = JsonWriter.of(masked)) {
      writer.setSerializeNulls(true);
      copy(reader, writer, masked, maxChars);
      isWhole = true;
    } catch (IOException | RuntimeException e) {
      // Show what was copied so far.
    }
    String text = masked.readUtf8();
    return text.length() > maxChars
        ? text.substring(0, maxChars) + "…"
        : isWhole ? text : text + "…";
  }

  private static void copy(JsonReader reader, JsonWriter writer, Buffer written, int maxChars)
      throws IOException {
    do {
      switch (reader.peek()) {
        case BEGIN_OBJECT -> {
          reader.beginObject();
          writer.beginObject();
        }
        case END_OBJECT -> {
          reader.endObject();
          writer.endObject();
        }
        case BEGIN_ARRAY -> {
          reader.beginArray();
          writer.beginArray();
        }
        case END_ARRAY -> {
          reader.endArray();
          writer.endArray();
        }
        case NAME -> copyName(reader, writer);
        case STRING -> writer.value(QUERY.matcher(reader.nextString()).replaceAll("$1" + MASK));
        case NUMBER -> {
          try (var number = writer.valueSink()) {
            number.writeUtf8(reader.nextString());
          }
        }
        case BOOLEAN -> writer.value(reader.nextBoolean());
        case NULL -> {
          reader.<Object>nextNull();
          writer.nullValue();
        }
        default -> {
          return;
        }
      }
      writer.flush();
    } while (written.size() <= maxChars);
  }

  /** Copies the name of a property, and masks its value if the name says that it is a secret. */
  private static void copyName(JsonReader reader, JsonWriter writer) throws IOException {
    String name = reader.nextName();
    writer.name(name);
    if (SECRET_NAME.matcher(name).matches() && reader.peek() != JsonReader.Token.NULL) {
      writer.value(MASK);
      writer.flush();
      reader.skipValue();
    }
  }
}
