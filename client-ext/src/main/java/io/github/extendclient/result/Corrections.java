package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ClassifyOutput;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractOutputEdit;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.SplitOutput;
import io.github.extendclient.v20260209.model.SplitRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a review changed: the differences between the initial and the reviewed output.
 *
 * <pre>{@code
 * for (Correction correction : Corrections.of(run)) {
 *   log(correction.path(), correction.before(), correction.after(), correction.notes());
 * }
 * }</pre>
 */
public final class Corrections {
  private Corrections() {}

  /**
   * Returns the corrections of an extract run.
   *
   * @param run a run, reviewed or not
   * @return an unmodifiable list in the order of the output; empty if the run was not reviewed or
   *     nothing was changed
   */
  public static List<Correction> of(ExtractRun run) {
    Map<String, @Nullable ExtractOutputEdit> edits = run.getEdits();
    Map<String, @Nullable ExtractOutputEdit> remarks = edits == null ? Map.of() : edits;
    ExtractOutput before = run.getInitialOutput();
    ExtractOutput after = run.getReviewedOutput();
    if (before instanceof ExtractOutputJson initial
        && after instanceof ExtractOutputJson reviewed) {
      JsonDifference difference = new JsonDifference();
      difference.compare("", JsonValue.of(initial.getValue()), JsonValue.of(reviewed.getValue()));
      return difference.corrections().stream()
          .map(correction -> withRemarks(correction, remarks.get(correction.path())))
          .toList();
    }
    List<Correction> corrections = new ArrayList<>();
    remarks.forEach(
        (path, edit) -> {
          if (edit != null) {
            Correction correction =
                new Correction(
                    path,
                    orNull(edit.getOriginalValue()),
                    orNull(edit.getEditedValue()),
                    null,
                    null);
            corrections.add(withRemarks(correction, edit));
          }
        });
    return List.copyOf(corrections);
  }

  /**
   * Returns the corrections of a classify run, in {@code id} and {@code type}.
   *
   * @param run a run, reviewed or not
   * @return an unmodifiable list; empty if the run was not reviewed or nothing was changed
   */
  public static List<Correction> of(ClassifyRun run) {
    return difference(json(run.getInitialOutput()), json(run.getReviewedOutput()));
  }

  /**
   * Returns the corrections of a split run, in {@code type}, {@code identifier}, {@code startPage}
   * and {@code endPage} of each of its {@code splits}.
   *
   * @param run a run, reviewed or not
   * @return an unmodifiable list; empty if the run was not reviewed or nothing was changed
   */
  public static List<Correction> of(SplitRun run) {
    return difference(json(run.getInitialOutput()), json(run.getReviewedOutput()));
  }

  private static List<Correction> difference(
      @Nullable JsonValue before, @Nullable JsonValue after) {
    if (before == null || after == null) {
      return List.of();
    }
    JsonDifference difference = new JsonDifference();
    difference.compare("", before, after);
    return difference.corrections();
  }

  private static @Nullable JsonValue json(@Nullable ClassifyOutput output) {
    if (output == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", output.getId());
    json.put("type", output.getType());
    return JsonValue.of(json);
  }

  private static @Nullable JsonValue json(@Nullable SplitOutput output) {
    if (output == null) {
      return null;
    }
    List<Map<String, Object>> splits = new ArrayList<>();
    output
        .getSplits()
        .forEach(
            split -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("type", split.getType());
              json.put("identifier", split.getIdentifier());
              json.put("startPage", split.getStartPage());
              json.put("endPage", split.getEndPage());
              splits.add(json);
            });
    return JsonValue.of(Map.of("splits", splits));
  }

  private static Correction withRemarks(Correction correction, @Nullable ExtractOutputEdit edit) {
    if (edit == null) {
      return correction;
    }
    Double page = edit.getPage();
    return new Correction(
        correction.path(),
        correction.before(),
        correction.after(),
        edit.getNotes(),
        page == null ? null : (Integer) page.intValue());
  }

  private static JsonValue orNull(@Nullable JsonValue value) {
    return value == null ? JsonValue.NULL : value;
  }
}
