package io.github.extendclient.runtime;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a listing, as the map that Retrofit takes. Unmodifiable; parameters that are not set
 * are not in it.
 */
public abstract class QueryParameters extends AbstractMap<String, String> {
  private final Map<String, String> values;

  /**
   * For generated code.
   *
   * @param values from name to value, null for a parameter that is not sent
   */
  protected QueryParameters(Map<String, ? extends @Nullable Object> values) {
    Map<String, String> present = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value.toString());
          }
        });
    this.values = Collections.unmodifiableMap(present);
  }

  @Override
  public final Set<Map.Entry<String, String>> entrySet() {
    return values.entrySet();
  }
}
