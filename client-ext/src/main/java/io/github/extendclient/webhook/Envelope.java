package io.github.extendclient.webhook;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.internal.json.ModelJson;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The common parts of events of all types and versions.
 *
 * @param json the whole event, which is valid JSON
 * @param payloadUrl the signed URL; null if the payload is in the event
 */
record Envelope(String eventId, String eventType, JsonValue json, @Nullable PayloadUrl payloadUrl) {

  /** Reads and checks the whole body, so that the parts kept as text are valid JSON. */
  static Envelope read(byte[] body) {
    return new Scan().read(body);
  }

  JsonValue payload() {
    return json.asObject().getOrDefault("payload", JsonValue.NULL);
  }

  /** Returns the event with the payload from its signed URL. */
  Envelope withPayload(byte[] payload) {
    Map<String, JsonValue> event = new LinkedHashMap<>(json.asObject());
    event.replace("payload", json(payload));
    Envelope whole = read(JsonValue.of(event).json().getBytes(StandardCharsets.UTF_8));
    if (whole.payloadUrl != null) {
      throw failure(
          Reason.PAYLOAD_MISMATCH,
          "The signed URL of "
              + this
              + " returned another signed URL instead of the payload: it is not followed.");
    }
    return whole;
  }

  ExtendException failure(Reason reason, String message) {
    return failure(reason, message, null);
  }

  ExtendException failure(Reason reason, String message, @Nullable Throwable cause) {
    return WebhookFailure.of(reason, message, cause, eventId, eventType);
  }

  /** Returns ID and type, for messages. */
  @Override
  public String toString() {
    return "event " + WebhookFailure.shown(eventId) + " of type " + WebhookFailure.shown(eventType);
  }

  private JsonValue json(byte[] payload) {
    JsonReader reader = JsonReader.of(new Buffer().write(payload));
    try {
      reader.skipValue();
      reader.peek(); // Throws if anything follows the document.
      return ModelJson.value(payload);
    } catch (IOException | JsonDataException e) {
      throw failure(
          Reason.NOT_JSON,
          "The payload of "
              + this
              + " is not JSON, or nested too deeply, at "
              + WebhookFailure.shown(reader.getPath())
              + " ("
              + payload.length
              + " bytes).");
    }
  }

  private static final class Scan {
    private static final String SIGNED_DATA_URL = "signed_data_url";

    private final Set<String> names = new HashSet<>();
    private @Nullable String eventId;
    private @Nullable String eventType;
    private @Nullable PayloadUrl payloadUrl;
    private boolean urlMissing;

    Envelope read(byte[] body) {
      JsonReader reader = JsonReader.of(new Buffer().write(body));
      try {
        if (reader.peek() == Token.BEGIN_OBJECT) {
          event(reader);
        } else {
          reader.skipValue();
        }
        reader.peek(); // Throws if anything follows the document.
        return envelope(ModelJson.value(body));
      } catch (IOException e) {
        throw failure(
            Reason.NOT_JSON,
            "The delivery is signed, but not JSON at "
                + WebhookFailure.shown(reader.getPath())
                + " ("
                + body.length
                + " bytes).");
      } catch (JsonDataException e) {
        throw failure(
            Reason.NOT_AN_EVENT,
            "The delivery is signed, but nested too deeply at "
                + WebhookFailure.shown(reader.getPath())
                + ".");
      }
    }

    private Envelope envelope(JsonValue json) {
      if (eventId == null || eventType == null) {
        throw failure(
            Reason.NOT_AN_EVENT,
            "The delivery is signed, but not an event: it has no text in "
                + (eventId == null ? "eventId" : "eventType")
                + ".");
      }
      Envelope envelope = new Envelope(eventId, eventType, json, payloadUrl);
      if (urlMissing) {
        throw envelope.failure(
            Reason.PAYLOAD_MISMATCH,
            "The payload of " + envelope + " is a signed URL, but has no text in data.");
      }
      return envelope;
    }

    private void event(JsonReader reader) throws IOException {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        if (!names.add(name)) {
          throw failure(
              Reason.NOT_AN_EVENT,
              "The delivery is signed, but not an event: it has "
                  + WebhookFailure.shown(name)
                  + " twice.");
        }
        switch (name) {
          case "eventId" -> eventId = textOf(reader);
          case "eventType" -> eventType = textOf(reader);
          case "payload" -> payload(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
    }

    private void payload(JsonReader reader) throws IOException {
      if (reader.peek() != Token.BEGIN_OBJECT) {
        reader.skipValue();
        return;
      }
      Set<String> properties = new HashSet<>();
      String object = null;
      String data = null;
      String id = null;
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        properties.add(name);
        switch (name) {
          case "object" -> object = textOf(reader);
          case "data" -> data = textOf(reader);
          case "id" -> id = textOf(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      boolean marked = SIGNED_DATA_URL.equals(object);
      if (data != null && (marked || isBareAddress(properties, data))) {
        payloadUrl = new PayloadUrl(data, id);
      }
      urlMissing = marked && data == null;
    }

    /**
     * Returns whether the data is a signed URL without its marker property, as in the API's guide.
     */
    private static boolean isBareAddress(Set<String> properties, String data) {
      return Set.of("data", "id", "metadata").containsAll(properties)
          && data.startsWith("https://");
    }

    private static @Nullable String textOf(JsonReader reader) throws IOException {
      if (reader.peek() != Token.STRING) {
        reader.skipValue();
        return null;
      }
      String text = reader.nextString();
      return text.isBlank() ? null : text;
    }

    private ExtendException failure(Reason reason, String message) {
      return WebhookFailure.of(reason, message, null, eventId, eventType);
    }
  }
}
