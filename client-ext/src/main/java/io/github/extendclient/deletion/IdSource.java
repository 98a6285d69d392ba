package io.github.extendclient.deletion;

import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gives IDs one by one, as long as it is told to go on. */
@FunctionalInterface
interface IdSource {
  void feed(Predicate<String> goOn);

  static IdSource of(Iterator<String> ids) {
    return goOn -> {
      boolean wanted = true;
      while (wanted && ids.hasNext()) {
        wanted = goOn.test(ids.next());
      }
    };
  }

  /** Not by the stream's iterator, which would hold all that a flatMap gives for one element. */
  static IdSource of(Stream<String> ids) {
    return goOn -> ids.sequential().allMatch(goOn);
  }
}
