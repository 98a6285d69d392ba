package io.github.extendclient.deletion;

import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gives IDs one by one, as long as it is told to go on. */
@FunctionalInterface
interface IdSource {
  /**
   * Gives them.
   *
   * @param goOn takes an ID and tells whether the next is wanted
   * @param stopped whether no ID is wanted any more; for who has much to do before the next
   */
  void feed(Predicate<String> goOn, BooleanSupplier stopped);

  static IdSource of(Iterator<String> ids) {
    return (goOn, stopped) -> {
      boolean wanted = true;
      while (wanted && ids.hasNext()) {
        wanted = goOn.test(ids.next());
      }
    };
  }

  /** Not by the stream's iterator, which would hold all that a flatMap gives for one element. */
  static IdSource of(Stream<String> ids) {
    return (goOn, stopped) -> ids.sequential().allMatch(goOn);
  }
}
