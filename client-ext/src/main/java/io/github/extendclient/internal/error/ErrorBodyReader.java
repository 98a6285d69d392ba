package io.github.extendclient.internal.error;

import com.squareup.moshi.JsonReader;
import io.github.extendclient.error.ApiError;
import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever comes as the body of an error: the flat object of 2026-02-09, the older {@code
 * {success, error}} with a text or an object, HTML, nothing, or a body that ends in the middle.
 */
public final class ErrorBodyReader {
  private ErrorBodyReader() {}

  /**
   * Reads an error body.
   *
   * @param status the HTTP status
   * @param body the body as text
   * @param headerRequestId the request ID of the response's headers, if any
   * @param retryAfter the wait that the response's headers ask for, if any
   * @return as much as could be understood
   */
  public static ApiError read(
      int status, String body, @Nullable String headerRequestId, @Nullable Duration retryAfter) {
    Fields fields = new Fields();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body))) {
      if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
        fields.read(reader, true);
      }
    } catch (IOException | RuntimeException e) {
      // Not JSON, or cut off: what was read before that place still counts.
    }
    return new ApiError(
        status,
        fields.code,
        fields.message != null ? fields.message : htmlTitle(body),
        fields.retryable,
        fields.requestId != null ? fields.requestId : headerRequestId,
        fields.docUrl,
        retryAfter,
        body);
  }

  private static @Nullable String htmlTitle(String body) {
    int start = body.indexOf("<title>");
    int end = body.indexOf("</title>");
    return start >= 0 && end > start ? body.substring(start + "<title>".length(), end) : null;
  }

  private static final class Fields {
    @Nullable String code;
    @Nullable String message;
    @Nullable Boolean retryable;
    @Nullable String requestId;
    @Nullable String docUrl;

    void read(JsonReader reader, boolean outermost) throws IOException {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.BEGIN_OBJECT && outermost && name.equals("error")) {
          read(reader, false);
        } else if (token == JsonReader.Token.STRING) {
          text(name, reader.nextString());
        } else if (token == JsonReader.Token.BOOLEAN && name.equals("retryable")) {
          retryable = reader.nextBoolean();
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    }

    private void text(String name, String value) {
      switch (name) {
        case "code" -> code = value;
        case "message" -> message = value;
        case "error" -> message = message == null ? value : message;
        case "requestId" -> requestId = value;
        case "docUrl" -> docUrl = value;
        default -> {}
      }
    }
  }
}
