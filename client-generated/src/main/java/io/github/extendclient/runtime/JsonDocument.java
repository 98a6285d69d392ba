package io.github.extendclient.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An object or union of the API. Jackson 2 and 3 write it as the API's JSON and read it from that
 * JSON, without configuration. Java serialization uses the same JSON.
 *
 * @see <a href="https://github.com/extendclient/extend-client/blob/main/docs/json.md">JSON</a>
 */
public interface JsonDocument extends Serializable {
  /**
   * Returns the JSON text as sent to the API, including unknown properties, unexpected values and
   * all digits of free-form numbers.
   *
   * @return compact JSON
   */
  String toJson();

  /**
   * Returns the JSON as plain Java objects, like {@link
   * io.github.extendclient.runtime.JsonValue#toPlain}. Jackson writes this value.
   *
   * @return usually a {@link java.util.Map}
   */
  @JsonValue
  default @Nullable Object toPlain() {
    return io.github.extendclient.runtime.JsonValue.ofJson(toJson()).toPlain();
  }
}
