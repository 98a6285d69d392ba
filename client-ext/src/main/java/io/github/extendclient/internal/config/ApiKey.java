package io.github.extendclient.internal.config;

import io.github.extendclient.internal.callback.Interrupts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API key, fixed or from a supplier. {@code toString()} masks it. */
public final class ApiKey {
  private final Supplier<@Nullable String> source;

  private ApiKey(Supplier<@Nullable String> source) {
    this.source = source;
  }

  /**
   * Returns a fixed key.
   *
   * @param key a checked key
   * @return the key
   */
  public static ApiKey of(String key) {
    return new ApiKey(() -> key);
  }

  /**
   * Returns a key from a supplier.
   *
   * @param supplier the user's supplier
   * @return a key that calls the supplier each time, and checks the result
   */
  public static ApiKey from(Supplier<? extends @Nullable String> supplier) {
    return new ApiKey(() -> checked(supplier));
  }

  /**
   * Returns the current key.
   *
   * @return a key that is valid in a header
   * @throws ApiKeyRejection if the user's supplier fails or returns an invalid key
   */
  public String get() {
    String key = source.get();
    if (key == null) {
      throw new ApiKeyRejection(
          "The API key from the supplier is null: give a key from the dashboard's developer"
              + " settings.",
          null);
    }
    return key;
  }

  private static @Nullable String checked(Supplier<? extends @Nullable String> supplier) {
    String key;
    try {
      key = supplier.get();
    } catch (Exception e) {
      // Includes checked exceptions, which Kotlin and Scala throw undeclared.
      Interrupts.keep(e);
      throw new ApiKeyRejection(
          "The supplier of the API key failed with " + e.getClass().getSimpleName() + ".", e);
    }
    try {
      return key == null ? null : HeaderValues.apiKey(key, "the supplier");
    } catch (IllegalArgumentException e) {
      throw new ApiKeyRejection(String.valueOf(e.getMessage()), null);
    }
  }

  /** Masked. */
  @Override
  public String toString() {
    return "***";
  }
}
