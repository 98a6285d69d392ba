package io.github.extendclient.testing.internal.webhook;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that endpoints and subscriptions can register for, in both API versions. */
final class WebhookEvents {
  /** The property of requests and responses that holds them. */
  static final String PROPERTY = "enabledEvents";

  /** The events of all resources that an endpoint can register for. */
  private static final Set<String> ENDPOINT =
      Stream.concat(
              ended(
                  "parse_run",
                  "edit_run",
                  "form_detection_run",
                  "extract_run",
                  "classify_run",
                  "split_run")
                  .stream(),
              Stream.concat(
                  ended("batch_processor_run", "batch_parse_run").stream(),
                  Stream.concat(
                      Stream.of("extractor", "classifier", "splitter")
                          .flatMap(
                              noun ->
                                  Stream.of(
                                          "created",
                                          "updated",
                                          "deleted",
                                          "draft.updated",
                                          "version.published")
                                      .map(event -> noun + "." + event)),
                      Stream.of("workflow.created", "workflow.deployed", "workflow.deleted"))))
          .collect(Collectors.toUnmodifiableSet());

  /** The events that a subscription can have, by the type of its resource. */
  private static final Map<String, Set<String>> SUBSCRIPTION =
      Map.of(
          "extractor", ended("extract_run", "batch_processor_run"),
          "classifier", ended("classify_run", "batch_processor_run"),
          "splitter", ended("split_run", "batch_processor_run"),
          "workflow",
              Set.of(
                  "workflow_run.completed",
                  "workflow_run.failed",
                  "workflow_run.needs_review",
                  "workflow_run.rejected",
                  "workflow_run.cancelled",
                  "workflow_run.step_run.processed"));

  /**
   * The events that endpoints of 2025-04-21 can register for; there are no batch and edit events.
   */
  private static final Set<String> LEGACY_ENDPOINT =
      Set.of(
          "processor_run.processed",
          "processor_run.failed",
          "parser_run.processed",
          "parser_run.failed",
          "processor.created",
          "processor.updated",
          "processor.deleted",
          "processor.draft.updated",
          "processor.version.published",
          "workflow.created",
          "workflow.deployed",
          "workflow.deleted");

  private static final Set<String> LEGACY_RUN_EVENTS = ended("processor_run");

  private static final Map<String, Set<String>> LEGACY_SUBSCRIPTION =
      Map.of(
          "extractor", LEGACY_RUN_EVENTS,
          "classifier", LEGACY_RUN_EVENTS,
          "splitter", LEGACY_RUN_EVENTS,
          "workflow",
              Set.of(
                  "workflow_run.completed",
                  "workflow_run.failed",
                  "workflow_run.needs_review",
                  "workflow_run.rejected",
                  "workflow_run.step_run.processed"));

  private WebhookEvents() {}

  private static Set<String> ended(String... subjects) {
    return Stream.of(subjects)
        .flatMap(subject -> Stream.of(subject + ".processed", subject + ".failed"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The types of resource that have subscriptions. */
  static Set<String> resourceTypes() {
    return SUBSCRIPTION.keySet();
  }

  /**
   * The events of a request for an endpoint.
   *
   * @param version of the endpoint
   */
  static List<String> ofEndpoint(Fields body, String version) {
    return checked(body, isCurrent(version) ? ENDPOINT : LEGACY_ENDPOINT);
  }

  /**
   * The events of a request for a subscription.
   *
   * @param version of the endpoint
   * @param resourceType one of {@link #resourceTypes()}
   */
  static List<String> ofSubscription(Fields body, String version, String resourceType) {
    Map<String, Set<String>> events = isCurrent(version) ? SUBSCRIPTION : LEGACY_SUBSCRIPTION;
    return checked(body, events.getOrDefault(resourceType, Set.of()));
  }

  private static boolean isCurrent(String version) {
    return version.equals(ApiVersion.V2026_02_09.date());
  }

  private static List<String> checked(Fields body, Set<String> allowed) {
    List<String> events = body.texts(PROPERTY);
    for (String event : events) {
      if (!allowed.contains(event)) {
        throw ApiException.invalidRequest(
            "The property \""
                + PROPERTY
                + "\" must hold only "
                + String.join(", ", new TreeSet<>(allowed))
                + ", but it holds "
                + event
                + ".");
      }
    }
    return events;
  }
}
