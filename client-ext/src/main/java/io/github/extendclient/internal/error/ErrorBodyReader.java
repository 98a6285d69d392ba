package io.github.extendclient.internal.error;

import com.squareup.moshi.JsonReader;
import io.github.extendclient.internal.access.ApiError;
import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads any body of an error response: the flat object of 2026-02-09, {@code {success, error}} of
 * 2025-04-21 with a text or an object, HTML, an empty or a truncated body.
 */
public final class ErrorBodyReader {
  private ErrorBodyReader() {}

  /**
   * Reads an error body.
   *
   * @param status the HTTP status
   * @param body the body as text
   * @param headerRequestId the request ID of the response's headers, if any
   * @param retryAfter the wait from the response's headers, if any
   * @return all readable facts
   */
  public static ApiError read(
      int status, String body, @Nullable String headerRequestId, @Nullable Duration retryAfter) {
    Fields fields = new Fields();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body))) {
      if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
        fields.read(reader, true);
      }
    } catch (IOException | RuntimeException e) {
      // Not JSON, or truncated: keep what was read so far.
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
