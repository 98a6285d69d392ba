package io.github.extendclient.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handles values that do not fit: a strict reading throws, a lenient one lists them. */
@FunctionalInterface
interface Mismatches {
  /** Throws at the first mismatch. */
  Mismatches REFUSED =
      mismatch -> {
        throw mismatch.exception();
      };

  /**
   * Handles a mismatch.
   *
   * @return the value in the record instead
   */
  @Nullable Object note(Mismatch mismatch);

  /** Lists all mismatches in the order of reading. Not thread-safe. */
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
