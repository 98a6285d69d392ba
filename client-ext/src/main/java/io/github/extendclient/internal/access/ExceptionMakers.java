package io.github.extendclient.internal.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The registry of the maker of exceptions, which package {@code error} registers when its root
 * class is loaded.
 */
public final class ExceptionMakers {
  private static volatile @Nullable ExceptionMaker<?, ?> registered;

  private ExceptionMakers() {}

  /**
   * Registers the maker.
   *
   * @param maker the maker of package {@code error}
   */
  public static void register(ExceptionMaker<?, ?> maker) {
    registered = maker;
  }

  /**
   * Returns the maker.
   *
   * @return the registered maker
   */
  public static ExceptionMaker<?, ?> registered() {
    return Objects.requireNonNull(registered, "no maker of exceptions is registered");
  }
}
