package io.github.extendclient.internal.call;

import io.github.extendclient.error.ExtendException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** The next step after an attempt. */
sealed interface Step<T> {
  /** The call ends with a response; an error response if {@code failure} is not null. */
  record Received<T>(Response<T> response, @Nullable ExtendException failure) implements Step<T> {}

  /** The call ends without a response. */
  record Failure<T>(ExtendException failure) implements Step<T> {}

  /** Another attempt follows. */
  record Again<T>(Duration delay) implements Step<T> {}
}
