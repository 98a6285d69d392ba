package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Progress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties that responses show of runs of all kinds. */
public final class RunShape {
  /** From the pages on extract, classify and split runs. */
  private static final Set<Reason> PROCESSOR_REASONS =
      EnumSet.of(
          Reason.ABORTED,
          Reason.INTERNAL_ERROR,
          Reason.FAILED_TO_PROCESS_FILE,
          Reason.INVALID_PROCESSOR,
          Reason.INVALID_CONFIGURATION,
          Reason.PARSING_ERROR,
          Reason.PRE_PROCESSING_FAILURE,
          Reason.POST_PROCESSING_FAILURE,
          Reason.OUT_OF_CREDITS);

  /** From the pages on edit runs. */
  private static final Set<Reason> EDIT_REASONS =
      EnumSet.of(
          Reason.UNABLE_TO_DOWNLOAD_FILE,
          Reason.FILE_TYPE_NOT_SUPPORTED,
          Reason.FILE_SIZE_TOO_LARGE,
          Reason.CORRUPT_FILE,
          Reason.FIELD_DETECTION_ERROR,
          Reason.PASSWORD_PROTECTED_FILE,
          Reason.FAILED_TO_CONVERT_TO_PDF,
          Reason.INTERNAL_ERROR,
          Reason.INVALID_CONFIG_OPTIONS);

  /** Reasons of processor runs only. */
  private static final Set<Reason> PARSE_REASONS =
      EnumSet.complementOf(
          EnumSet.of(
              Reason.FIELD_DETECTION_ERROR,
              Reason.FAILED_TO_PROCESS_FILE,
              Reason.INVALID_PROCESSOR,
              Reason.INVALID_CONFIGURATION,
              Reason.PARSING_ERROR,
              Reason.PRE_PROCESSING_FAILURE,
              Reason.POST_PROCESSING_FAILURE));

  /** A failure as a run shows it. */
  public record Failure(String reason, String message) {}

  /** The reasons that runs of one kind have. */
  public enum Reasons {
    /** Of parse runs. */
    PARSE(PARSE_REASONS, Reason.INTERNAL_ERROR),
    /** Of extract, classify and split runs. */
    PROCESSOR(PROCESSOR_REASONS, Reason.FAILED_TO_PROCESS_FILE),
    /** Of edit and form detection runs. */
    EDIT(EDIT_REASONS, Reason.INTERNAL_ERROR);

    private final Set<Reason> own;
    private final Reason otherwise;

    Reasons(Set<Reason> own, Reason otherwise) {
      this.own = own;
      this.otherwise = otherwise;
    }
  }

  private RunShape() {}

  /**
   * The failure of a run, {@code null} if it did not fail. A reason that this kind of run does not
   * have moves to the message.
   */
  public static @Nullable Failure failure(Progress<?> progress, Instant now, Reasons reasons) {
    RunFailedException failure = progress.failure(now);
    if (failure == null) {
      return null;
    }
    String message = String.valueOf(failure.getMessage());
    return reasons.own.contains(failure.reason())
        ? new Failure(failure.reason().name(), message)
        : new Failure(reasons.otherwise.name(), failure.reason() + ": " + message);
  }

  /** Adds the properties of a failure. */
  public static JsonObject withFailure(JsonObject shape, @Nullable Failure failure) {
    return shape
        .with("failureReason", failure == null ? null : failure.reason())
        .with("failureMessage", failure == null ? null : failure.message());
  }

  /** The shape of 2025-04-21, which omits nulls, except for {@code kept}. */
  public static JsonObject withoutNulls(JsonObject shape, String... kept) {
    shape.entrySet().removeIf(e -> e.getValue() == null && !Set.of(kept).contains(e.getKey()));
    return shape;
  }

  /** Throws the failure of a synchronous run. */
  public static void requireSuccess(@Nullable Failure failure) {
    if (failure != null) {
      throw ApiException.failedRun(failure.reason(), failure.message());
    }
  }
}
