package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Describes an API version to the client. Each version has a generated class {@code Version}.
 *
 * @param <T> the class with an accessor for each of its interfaces
 */
public interface VersionDescription<T> {
  /** {@return the date that names the version, such as {@code 2026-02-09}} */
  String apiVersion();

  /** {@return the class with an accessor for each interface} */
  Class<T> apiType();

  /**
   * Returns the operations of this version.
   *
   * @param apis creates the implementations of the interfaces
   * @return a new object
   */
  T api(ApiFactory apis);

  /**
   * Returns the adapter of a model of this version, of {@link JsonValue} or of {@link DateTime}.
   *
   * @param type any type
   * @return the adapter; null for other types
   */
  @Nullable JsonAdapter<?> adapterOf(Type type);

  /** {@return the union of the webhook events; null if the version has none} */
  @Nullable Class<?> eventType();
}
