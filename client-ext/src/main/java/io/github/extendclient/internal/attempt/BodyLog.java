package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.json.MaskedJson;
import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.text.SafeText;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs the beginnings of JSON bodies, if the user enabled it. Documents are confidential, so the
 * default is off.
 */
final class BodyLog {
  private static final Logger LOG = Loggers.named("io.github.extendclient.bodies");
  private static final int MAX_CHARS = 8 * 1024;

  private final boolean asked;

  BodyLog(boolean asked) {
    this.asked = asked;
  }

  void request(Attempt attempt, @Nullable RequestBody body) {
    if (body != null && isOn()) {
      LOG.debug(
          "{} sends {}", attempt.operation.name(), SafeText.oneLine(attempt.mask(text(body))));
    }
  }

  /** Logs the beginning of a response without consuming it. */
  void response(Attempt attempt, Response response) {
    if (isOn()) {
      LOG.debug(
          "{} returned {} {}",
          attempt.operation.name(),
          response.code(),
          SafeText.oneLine(attempt.mask(startOf(response))));
    }
  }

  private boolean isOn() {
    return asked && LOG.isDebugEnabled();
  }

  private static String text(RequestBody body) {
    try {
      if (!isJson(body.contentType())) {
        return "(" + body.contentType() + ", " + body.contentLength() + " bytes)";
      }
      Buffer json = new Buffer();
      body.writeTo(json);
      return MaskedJson.of(json, MAX_CHARS);
    } catch (IOException e) {
      return "(a body that cannot be read)";
    }
  }

  private static String startOf(Response response) {
    try {
      return MaskedJson.of(
          new Buffer().write(response.peekBody(4L * MAX_CHARS).bytes()), MAX_CHARS);
    } catch (IOException e) {
      return "(a body that broke off)";
    }
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null && type.subtype().equals("json");
  }
}
