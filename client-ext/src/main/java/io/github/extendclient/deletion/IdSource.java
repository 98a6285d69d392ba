package io.github.extendclient.deletion;

import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Passes IDs to a consumer, one by one, until the consumer wants no more. */
@FunctionalInterface
interface IdSource {
  /**
   * Passes the IDs.
   *
   * @param consumer accepts an ID and returns whether to pass the next
   * @param stopped returns whether to pass no more; for sources with long work between two IDs
   */
  void passTo(Predicate<String> consumer, BooleanSupplier stopped);

  static IdSource of(Iterator<String> ids) {
    return (consumer, stopped) -> {
      boolean wanted = true;
      while (wanted && ids.hasNext()) {
        wanted = consumer.test(ids.next());
      }
    };
  }

  /**
   * Does not use the stream's iterator, which would buffer all results of a flatMap for one
   * element.
   */
  static IdSource of(Stream<String> ids) {
    return (consumer, stopped) -> ids.sequential().allMatch(consumer);
  }
}
