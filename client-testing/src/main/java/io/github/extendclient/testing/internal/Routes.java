package io.github.extendclient.testing.internal;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.batch.BatchRuns;
import io.github.extendclient.testing.internal.edit.EditOperations;
import io.github.extendclient.testing.internal.evaluation.EvaluationOperations;
import io.github.extendclient.testing.internal.evaluation.EvaluationRunOperations;
import io.github.extendclient.testing.internal.file.FileOperations;
import io.github.extendclient.testing.internal.parse.ParseOperations;
import io.github.extendclient.testing.internal.parse.ParseRuns;
import io.github.extendclient.testing.internal.processor.LegacyOperations;
import io.github.extendclient.testing.internal.processor.ProcessorOperations;
import io.github.extendclient.testing.internal.processor.ProcessorRunOperations;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.webhook.WebhookOperations;
import io.github.extendclient.testing.internal.webhook.WebhookSubscriptionOperations;
import io.github.extendclient.testing.internal.workflow.WorkflowOperations;
import io.github.extendclient.testing.internal.workflow.WorkflowRunOperations;
import io.github.extendclient.testing.internal.workflow.WorkflowRuns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations of both versions by the first segment of their paths. A group of operations is
 * created with its first request, because creating all would take most of the time of a start.
 */
final class Routes {
  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final ParseRuns parseRuns;
  private final WorkflowRuns workflowRuns;
  private final Map<Group, List<Route>> made = new EnumMap<>(Group.class);

  private enum Group {
    FILES("files"),
    PARSING("parse", "parse_runs", "parser_runs"),
    EDITING(
        "edit",
        "edit_runs",
        "edit_schemas",
        "edit_templates",
        "detect_form",
        "form_detection_runs"),
    BATCHES("batch_runs"),
    EXTRACTORS("extractors"),
    CLASSIFIERS("classifiers"),
    SPLITTERS("splitters"),
    EXTRACTING("extract", "extract_runs"),
    CLASSIFYING("classify", "classify_runs"),
    SPLITTING("split", "split_runs"),
    LEGACY("processors", "processor_runs"),
    WORKFLOWS("workflows"),
    WORKFLOW_RUNS("workflow_runs"),
    EVALUATION("evaluation_sets", "evaluation_set_items"),
    EVALUATION_RUNS("evaluation_set_runs", "batch_processor_runs"),
    WEBHOOKS("webhook_endpoints"),
    WEBHOOK_SUBSCRIPTIONS("webhook_subscriptions");

    private final Set<String> segments;

    Group(String... segments) {
      this.segments = Set.of(segments);
    }
  }

  Routes(Environment environment) {
    this.environment = environment;
    this.processors = new Processors(environment);
    this.processorRuns = new ProcessorRuns(environment);
    this.parseRuns = new ParseRuns(environment);
    this.workflowRuns = new WorkflowRuns(environment, processors, processorRuns, parseRuns);
  }

  /** The workflow runs, for reviews and for lists. */
  WorkflowRuns workflowRuns() {
    return workflowRuns;
  }

  /** All operations whose paths begin with this segment, none if there are none. */
  List<Route> below(String segment) {
    for (Group group : Group.values()) {
      if (group.segments.contains(segment)) {
        return of(group);
      }
    }
    return List.of();
  }

  /** All operations. */
  List<Route> all() {
    List<Route> all = new ArrayList<>();
    for (Group group : Group.values()) {
      all.addAll(of(group));
    }
    return all;
  }

  private synchronized List<Route> of(Group group) {
    List<Route> routes = made.get(group);
    if (routes == null) {
      routes = make(group);
      Set<String> segments =
          routes.stream().map(route -> route.parts().get(0)).collect(Collectors.toSet());
      if (!segments.equals(group.segments)) {
        throw new AssertionError(group + " has the operations of " + segments);
      }
      made.put(group, routes);
    }
    return routes;
  }

  private List<Route> make(Group group) {
    return switch (group) {
      case FILES -> new FileOperations(environment).routes();
      case PARSING -> new ParseOperations(environment, parseRuns).routes();
      case EDITING -> new EditOperations(environment).routes();
      case BATCHES -> new BatchRuns(environment).routes();
      case EXTRACTORS -> processors(ProcessorKind.EXTRACT);
      case CLASSIFIERS -> processors(ProcessorKind.CLASSIFY);
      case SPLITTERS -> processors(ProcessorKind.SPLIT);
      case EXTRACTING -> runs(ProcessorKind.EXTRACT);
      case CLASSIFYING -> runs(ProcessorKind.CLASSIFY);
      case SPLITTING -> runs(ProcessorKind.SPLIT);
      case LEGACY -> new LegacyOperations(environment, processors, processorRuns).routes();
      case WORKFLOWS -> new WorkflowOperations(environment).routes();
      case WORKFLOW_RUNS -> new WorkflowRunOperations(environment, workflowRuns).routes();
      case EVALUATION -> new EvaluationOperations(environment, processors).routes();
      case EVALUATION_RUNS ->
          new EvaluationRunOperations(environment, processors, processorRuns).routes();
      case WEBHOOKS -> new WebhookOperations(environment).routes();
      case WEBHOOK_SUBSCRIPTIONS ->
          new WebhookSubscriptionOperations(environment, processors).routes();
    };
  }

  private List<Route> processors(ProcessorKind kind) {
    return new ProcessorOperations(kind, environment, processors).routes();
  }

  private List<Route> runs(ProcessorKind kind) {
    return new ProcessorRunOperations(kind, environment, processors, processorRuns).routes();
  }
}
