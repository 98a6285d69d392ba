package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.WorkflowRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one workflow run, one after the other. A split continues with each of its
 * parts; a merge and a collect wait for all paths that lead to them; the steps after a review wait
 * for its decision.
 */
public final class WorkflowEngine {
  /** The limit of steps, for a workflow with a loop. */
  private static final int MAX_STEPS = 500;

  private static final Set<String> JOINS = Set.of("MERGE_EXTRACT", "COLLECT");

  /**
   * A step with its input.
   *
   * @param values of the steps before it on its path
   * @param extracted the extract runs before it on its path that no merge has taken up
   */
  public record StepInput(
      JsonObject step, List<StoredFile> files, StepValues values, List<ProcessorRun> extracted) {
    String name() {
      return String.valueOf(step.get("name"));
    }

    String type() {
      return String.valueOf(step.get("type"));
    }

    Fields config() {
      Object config = step.get("config");
      return Fields.ofBody(config == null ? new JsonObject() : config);
    }

    /** The same input with more values. */
    StepInput with(StepValues more) {
      return new StepInput(step, files, more, extracted);
    }
  }

  /**
   * The steps that follow a step.
   *
   * @param key the property of the entries in {@code next} that decides, {@code null} if all are
   *     taken
   * @param value what it has to be, {@code null} for none
   */
  public record Transition(StepInput visit, @Nullable String key, @Nullable String value) {
    static Transition all(StepInput visit) {
      return new Transition(visit, null, null);
    }
  }

  /** Ends a run. */
  public static final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailedException(String message) {
      super(message);
    }
  }

  private final WorkflowSteps kinds;
  private final Map<String, JsonObject> steps = new LinkedHashMap<>();
  private final Deque<StepInput> visits = new ArrayDeque<>();
  private final Map<String, List<StepInput>> waiting = new LinkedHashMap<>();
  private final List<StepInput> heldByReview = new ArrayList<>();
  private boolean needsReview;
  private int count;

  /**
   * For one run of one version.
   *
   * @param kinds does what the steps do
   */
  public WorkflowEngine(WorkflowSteps kinds, Version version) {
    this.kinds = kinds;
    for (Object step : list(version.content().get(WorkflowOperations.STEPS))) {
      if (step instanceof JsonObject one) {
        steps.put(String.valueOf(one.get("name")), one);
      }
    }
  }

  /** Runs all steps up to the first reviews. */
  public WorkflowRun.StepsResult run(List<StoredFile> files, JsonObject metadata) {
    steps.values().stream()
        .filter(step -> "TRIGGER".equals(step.get("type")))
        .findFirst()
        .or(() -> steps.values().stream().findFirst())
        .ifPresent(
            first -> visits.add(new StepInput(first, files, StepValues.of(metadata), List.of())));
    return continueSteps();
  }

  private WorkflowRun.StepsResult continueSteps() {
    String failure = null;
    try {
      for (StepInput visit = next(); visit != null; visit = next()) {
        if (++count > MAX_STEPS) {
          throw new StepFailedException(
              "The workflow does not end: it ran " + MAX_STEPS + " steps.");
        }
        visit(visit);
      }
    } catch (StepFailedException | ApiException | Fields.InvalidFieldException e) {
      failure = e.getMessage();
    }
    List<StepRun> done = kinds.stepRuns();
    boolean more = !heldByReview.isEmpty() || !waiting.isEmpty();
    return new WorkflowRun.StepsResult(
        done, needsReview, failure, failure == null && more ? this::afterReview : null);
  }

  private WorkflowRun.StepsResult afterReview() {
    needsReview = false;
    visits.addAll(heldByReview);
    heldByReview.clear();
    return continueSteps();
  }

  private void visit(StepInput visit) {
    if (visit.type().equals("HUMAN_REVIEW")) {
      needsReview = true;
      follow(Transition.all(visit), heldByReview);
    } else {
      for (Transition exit : kinds.run(visit)) {
        follow(exit, visits);
      }
    }
  }

  private void follow(Transition exit, Collection<StepInput> target) {
    StepInput from = exit.visit();
    for (Object entry : list(from.step().get("next"))) {
      if (entry instanceof JsonObject next
          && (exit.key() == null || String.valueOf(next.get(exit.key())).equals(exit.value()))) {
        JsonObject step = steps.get(String.valueOf(next.get("step")));
        if (step != null) {
          target.add(new StepInput(step, from.files(), from.values(), from.extracted()));
        }
      }
    }
  }

  /** The next step. Paths that meet at a join are joined when no other step is left. */
  private @Nullable StepInput next() {
    for (StepInput visit = visits.poll(); visit != null; visit = visits.poll()) {
      if (!JOINS.contains(visit.type())) {
        return visit;
      }
      waiting.computeIfAbsent(visit.name(), name -> new ArrayList<>()).add(visit);
    }
    Set<String> later = new LinkedHashSet<>();
    heldByReview.forEach(visit -> reach(visit.step(), later));
    heldByReview.forEach(visit -> later.add(visit.name()));
    waiting.keySet().forEach(name -> reach(steps.get(name), later));
    return waiting.keySet().stream()
        .filter(name -> !later.contains(name))
        .findFirst()
        .or(() -> heldByReview.isEmpty() ? waiting.keySet().stream().findFirst() : Optional.empty())
        .map(this::joined)
        .orElse(null);
  }

  private StepInput joined(String name) {
    List<StepInput> paths = waiting.getOrDefault(name, List.of());
    StepInput joined = paths.get(0);
    List<StepInput> others = new ArrayList<>();
    for (StepInput path : paths.subList(1, paths.size())) {
      // A merge is for the extractors of one document, a collect for all documents.
      if (joined.type().equals("COLLECT") || path.files().equals(joined.files())) {
        Set<StoredFile> files = new LinkedHashSet<>(joined.files());
        files.addAll(path.files());
        Set<ProcessorRun> extracted = new LinkedHashSet<>(joined.extracted());
        extracted.addAll(path.extracted());
        joined =
            new StepInput(
                joined.step(),
                List.copyOf(files),
                joined.values().with(path.values()),
                List.copyOf(extracted));
      } else {
        others.add(path);
      }
    }
    if (others.isEmpty()) {
      waiting.remove(name);
    } else {
      waiting.put(name, others);
    }
    return joined;
  }

  /** Adds the names of all steps that can follow a step. */
  private void reach(@Nullable JsonObject step, Set<String> reached) {
    Deque<JsonObject> open = new ArrayDeque<>();
    for (JsonObject from = step; from != null; from = open.poll()) {
      for (Object entry : list(from.get("next"))) {
        if (entry instanceof JsonObject next && reached.add(String.valueOf(next.get("step")))) {
          JsonObject following = steps.get(String.valueOf(next.get("step")));
          if (following != null) {
            open.add(following);
          }
        }
      }
    }
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
