package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a client must know of an API version. Each version has a generated class {@code Version}.
 *
 * @param <T> the class with an accessor for each of its interfaces
 */
public interface VersionDescription<T> {
  /** {@return the date that names the version, such as {@code 2026-02-09}} */
  String apiVersion();

  /** {@return the class with an accessor for each interface} */
  Class<T> apiType();

  /**
   * The operations of this version.
   *
   * @param apis makes the implementations of the interfaces
   * @return a new object
   */
  T api(ApiFactory apis);

  /**
   * The adapter of a model of this version, of {@link JsonValue} or of {@link DateTime}.
   *
   * @param type any
   * @return null if it is none of those types
   */
  @Nullable JsonAdapter<?> adapterOf(Type type);

  /** {@return the union of the webhook events; null if the version has none} */
  @Nullable Class<?> eventType();
}
