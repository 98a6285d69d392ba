package io.github.extendclient.internal.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where package {@code error} registers its maker of exceptions when its root class is loaded. */
public final class ExceptionMakers {
  private static volatile @Nullable ExceptionMaker<?> registered;

  private ExceptionMakers() {}

  /**
   * Registers the maker.
   *
   * @param maker of package {@code error}
   */
  public static void register(ExceptionMaker<?> maker) {
    registered = maker;
  }

  /**
   * The maker.
   *
   * @return what was registered
   */
  public static ExceptionMaker<?> registered() {
    return Objects.requireNonNull(registered, "no maker of exceptions is registered");
  }
}
