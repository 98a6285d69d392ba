package io.github.extendclient.internal.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API key, or where it comes from. Never shows it. */
public final class ApiKey {
  private final Supplier<@Nullable String> source;

  private ApiKey(Supplier<@Nullable String> source) {
    this.source = source;
  }

  /**
   * A key that stays.
   *
   * @param key already checked
   * @return always gives that key
   */
  public static ApiKey of(String key) {
    return new ApiKey(() -> key);
  }

  /**
   * A key that may change.
   *
   * @param supplier the user's
   * @return asks the supplier each time, and checks what it gives
   */
  public static ApiKey from(Supplier<? extends @Nullable String> supplier) {
    return new ApiKey(() -> checked(supplier));
  }

  /**
   * The key of this moment.
   *
   * @return can stand in a header
   * @throws ApiKeyRejection if the user's supplier fails or gives what cannot be a key
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
      // Also what Kotlin and Scala throw undeclared.
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
