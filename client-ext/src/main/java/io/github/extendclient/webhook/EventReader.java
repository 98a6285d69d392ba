package io.github.extendclient.webhook;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnknownMember;
import io.github.extendclient.runtime.VersionDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads the events of one API version. */
final class EventReader {
  private final String apiVersion;
  private final JsonAdapter<?> adapter;

  private EventReader(String apiVersion, JsonAdapter<?> adapter) {
    this.apiVersion = apiVersion;
    this.adapter = adapter;
  }

  /** {@return null if the version has no events} */
  static @Nullable EventReader of(VersionDescription<?> version) {
    Class<?> union = version.eventType();
    JsonAdapter<?> adapter = union == null ? null : version.adapterOf(union);
    return adapter == null ? null : new EventReader(version.apiVersion(), adapter);
  }

  String apiVersion() {
    return apiVersion;
  }

  /** Returns whether the specification of this version has the type. */
  boolean knows(String eventType) {
    try {
      String event = JsonValue.of(Map.of("eventType", eventType)).json();
      return !(adapter.fromJson(event) instanceof UnknownMember);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param sentVersion the version from the header, or null
   */
  WebhookDelivery read(Envelope envelope, @Nullable String sentVersion) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(envelope.json().json()));
    Object event;
    try {
      event = Objects.requireNonNull(adapter.fromJson(reader));
    } catch (IOException | RuntimeException e) {
      // Without the cause, which may contain parts of the payload.
      throw envelope.failure(
          Reason.PAYLOAD_MISMATCH,
          "The signature of "
              + envelope
              + " is right, but the value at "
              + WebhookFailure.shown(reader.getPath())
              + " does not fit API version "
              + apiVersion
              + (sentVersion == null
                  ? ", which is assumed because the header "
                      + WebhookVerifier.VERSION_HEADER
                      + " is missing: set assumedApiVersion."
                  : ": keep the body, and look for a newer version of this client."));
    }
    return new WebhookDelivery.Event(envelope, sentVersion, apiVersion, event);
  }
}
