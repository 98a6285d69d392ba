package io.github.extendclient.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What has the JSON of the API: objects and unions. Jackson 2 and 3 write it as that JSON and read
 * it from it, without configuration, and Java's serialization keeps it as that JSON.
 *
 * @see <a href="https://github.com/extendclient/extend-client/blob/main/docs/json.md">JSON</a>
 */
public interface JsonDocument extends Serializable {
  /**
   * The JSON text, exactly as it is sent: unknown properties, unexpected values and all digits of
   * free-form numbers included.
   *
   * @return compact JSON
   */
  String toJson();

  /**
   * The JSON as plain Java objects, as {@link io.github.extendclient.runtime.JsonValue#toPlain}
   * gives them. Jackson writes these.
   *
   * @return mostly a {@link java.util.Map}
   */
  @JsonValue
  default @Nullable Object toPlain() {
    return io.github.extendclient.runtime.JsonValue.ofJson(toJson()).toPlain();
  }
}
