package io.github.extendclient.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reading does with values that do not fit: a strict one stops, a lenient one lists them.
 */
@FunctionalInterface
interface Mismatches {
  /** Throws at the first value. */
  Mismatches REFUSED =
      mismatch -> {
        throw mismatch.exception();
      };

  /**
   * Notes a value.
   *
   * @return what the record gets in its place
   */
  @Nullable Object note(Mismatch mismatch);

  /** Lists all of them, in the order of reading. For one thread. */
  final class Listed implements Mismatches {
    private final List<ExtractionProblem> problems = new ArrayList<>();

    @Override
    public @Nullable Object note(Mismatch mismatch) {
      problems.add(mismatch.listed());
      return mismatch.replacement();
    }

    List<ExtractionProblem> problems() {
      return List.copyOf(problems);
    }
  }
}
