package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.UnknownMember;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.WebhookEvent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event type of both versions, in a table that is compared with the generated unions: a type
 * that is added to the specification must be added here.
 */
class EventTypesTest {
  private static final String CURRENT =
      """
      workflow_run.completed, WorkflowRunCompletedWebhookEvent, WorkflowRun
      workflow_run.failed, WorkflowRunFailedWebhookEvent, WorkflowRun
      workflow_run.needs_review, WorkflowRunNeedsReviewWebhookEvent, WorkflowRun
      workflow_run.rejected, WorkflowRunRejectedWebhookEvent, WorkflowRun
      workflow_run.cancelled, WorkflowRunCancelledWebhookEvent, WorkflowRun
      workflow_run.step_run.processed, WorkflowRunStepRunProcessedWebhookEvent, StepRun
      extract_run.processed, ExtractRunProcessedWebhookEvent, ExtractRun
      extract_run.failed, ExtractRunFailedWebhookEvent, ExtractRun
      classify_run.processed, ClassifyRunProcessedWebhookEvent, ClassifyRun
      classify_run.failed, ClassifyRunFailedWebhookEvent, ClassifyRun
      split_run.processed, SplitRunProcessedWebhookEvent, SplitRun
      split_run.failed, SplitRunFailedWebhookEvent, SplitRun
      batch_processor_run.processed, BatchProcessorRunCompletedWebhookEvent, BatchRun
      batch_processor_run.failed, BatchProcessorRunFailedWebhookEvent, BatchRun
      batch_parse_run.processed, BatchParseRunCompletedWebhookEvent, BatchRun
      batch_parse_run.failed, BatchParseRunFailedWebhookEvent, BatchRun
      parse_run.processed, ParseRunProcessedWebhookEvent, ParseRunState
      parse_run.failed, ParseRunFailedWebhookEvent, ParseRunState
      edit_run.processed, EditRunProcessedWebhookEvent, EditRun
      edit_run.failed, EditRunFailedWebhookEvent, EditRun
      form_detection_run.processed, FormDetectionRunProcessedWebhookEvent, FormDetectionRun
      form_detection_run.failed, FormDetectionRunFailedWebhookEvent, FormDetectionRun
      workflow.created, WorkflowCreatedWebhookEvent, Workflow
      workflow.deployed, WorkflowDeployedWebhookEvent, Workflow
      workflow.deleted, WorkflowDeletedWebhookEvent, Workflow
      extractor.created, ExtractorCreatedWebhookEvent, Extractor
      extractor.updated, ExtractorUpdatedWebhookEvent, Extractor
      extractor.deleted, ExtractorDeletedWebhookEvent, Extractor
      extractor.draft.updated, ExtractorDraftUpdatedWebhookEvent, Extractor
      extractor.version.published, ExtractorVersionPublishedWebhookEvent, ExtractorVersion
      classifier.created, ClassifierCreatedWebhookEvent, Classifier
      classifier.updated, ClassifierUpdatedWebhookEvent, Classifier
      classifier.deleted, ClassifierDeletedWebhookEvent, Classifier
      classifier.draft.updated, ClassifierDraftUpdatedWebhookEvent, Classifier
      classifier.version.published, ClassifierVersionPublishedWebhookEvent, ClassifierVersion
      splitter.created, SplitterCreatedWebhookEvent, Splitter
      splitter.updated, SplitterUpdatedWebhookEvent, Splitter
      splitter.deleted, SplitterDeletedWebhookEvent, Splitter
      splitter.draft.updated, SplitterDraftUpdatedWebhookEvent, Splitter
      splitter.version.published, SplitterVersionPublishedWebhookEvent, SplitterVersion
      """;

  private static final String OLDER =
      """
      workflow_run.completed, WorkflowRunWebhookEvent, WorkflowRun
      workflow_run.failed, WorkflowRunWebhookEvent, WorkflowRun
      workflow_run.needs_review, WorkflowRunWebhookEvent, WorkflowRun
      workflow_run.rejected, WorkflowRunWebhookEvent, WorkflowRun
      workflow_run.step_run.processed, StepRunWebhookEvent, StepRunWebhookPayload
      processor_run.processed, ProcessorRunWebhookEvent, ProcessorRun
      processor_run.failed, ProcessorRunWebhookEvent, ProcessorRun
      workflow.created, WorkflowWebhookEvent, Workflow
      workflow.deployed, WorkflowWebhookEvent, Workflow
      workflow.deleted, WorkflowWebhookEvent, Workflow
      processor.created, ProcessorWebhookEvent, Processor
      processor.updated, ProcessorWebhookEvent, Processor
      processor.deleted, ProcessorWebhookEvent, Processor
      processor.draft.updated, ProcessorWebhookEvent, Processor
      processor.version.published, ProcessorVersionWebhookEvent, ProcessorVersion
      parser_run.processed, ParserRunWebhookEvent, ParserRunState
      parser_run.failed, ParserRunWebhookEvent, ParserRunState
      """;

  /** A type, the member of the union that it is read as, and the class of the payload. */
  private record Row(String type, String member, String payload) {
    static List<Row> of(String table) {
      return table
          .lines()
          .map(line -> line.split(", "))
          .map(cells -> new Row(cells[0], cells[1], cells[2]))
          .toList();
    }

    String event() {
      String object =
          payload.contains("Step") ? "workflow_step_run" : type.substring(0, type.indexOf('.'));
      return "{\"eventId\":\"event_1\",\"eventType\":\""
          + type
          + "\",\"payload\":{\"object\":\""
          + object
          + "\",\"stepType\":\"PARSE\",\"id\":\"id_1\",\"newer\":{\"a\":[1.00,null]}}}";
    }
  }

  static List<Row> current() {
    return Row.of(CURRENT);
  }

  static List<Row> older() {
    return Row.of(OLDER);
  }

  @ParameterizedTest
  @MethodSource("current")
  void readsEachTypeOfTheCurrentVersion(Row row) throws Exception {
    WebhookDelivery delivery = SignedRequest.of(row.event()).version("2026-02-09").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2026-02-09"));
    WebhookEvent event = (WebhookEvent) ((WebhookDelivery.Event) delivery).event();
    assertThatIsRead(row, delivery, event);
    assertThatIsWrittenBack(
        row,
        new Moshi.Builder().add(new ModelJsonAdapterFactory()).build().adapter(WebhookEvent.class),
        event);
  }

  @ParameterizedTest
  @MethodSource("older")
  void readsEachTypeOfThePreviousVersion(Row row) throws Exception {
    WebhookDelivery delivery = SignedRequest.of(row.event()).version("2025-04-21").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2025-04-21"));
    io.github.extendclient.v20250421.model.WebhookEvent event =
        (io.github.extendclient.v20250421.model.WebhookEvent)
            ((WebhookDelivery.Event) delivery).event();
    assertThatIsRead(row, delivery, event);
    assertThatIsWrittenBack(
        row,
        new Moshi.Builder()
            .add(new io.github.extendclient.v20250421.model.ModelJsonAdapterFactory())
            .build()
            .adapter(io.github.extendclient.v20250421.model.WebhookEvent.class),
        event);
  }

  @Test
  void theTableOfTheCurrentVersionIsComplete() {
    assertThat(current())
        .extracting(Row::member)
        .containsExactlyInAnyOrderElementsOf(members(WebhookEvent.class));
  }

  @Test
  void theTableOfThePreviousVersionIsComplete() {
    assertThat(older())
        .extracting(Row::type)
        .containsExactlyInAnyOrderElementsOf(
            io.github.extendclient.v20250421.model.WebhookEventType.values().stream()
                .map(OpenEnum::value)
                .toList());
    assertThat(older())
        .extracting(Row::member)
        .containsAll(members(io.github.extendclient.v20250421.model.WebhookEvent.class));
  }

  private static List<String> members(Class<?> union) {
    return Arrays.stream(union.getPermittedSubclasses())
        .filter(member -> !UnknownMember.class.isAssignableFrom(member))
        .map(Class::getSimpleName)
        .toList();
  }

  private static void assertThatIsRead(Row row, WebhookDelivery delivery, Object event)
      throws Exception {
    Method getPayload = event.getClass().getMethod("getPayload");
    Object payload = getPayload.invoke(event);

    assertThat(delivery.eventId()).isEqualTo("event_1");
    assertThat(delivery.eventType()).isEqualTo(row.type());
    assertThat(event.getClass().getSimpleName()).isEqualTo(row.member());
    assertThat(getPayload.getReturnType().getSimpleName()).isEqualTo(row.payload());
    assertThat(payload).isNotInstanceOf(UnknownMember.class);
    assertThat(payload.getClass().getMethod("getId").invoke(payload)).isEqualTo("id_1");
  }

  /** A model writes required properties that may be null even if they were not sent. */
  private static <E> void assertThatIsWrittenBack(Row row, JsonAdapter<E> adapter, E event) {
    Map<String, JsonValue> sent = JsonValue.ofJson(row.event()).asObject();
    Map<String, JsonValue> written = JsonValue.ofJson(adapter.toJson(event)).asObject();
    Map<String, JsonValue> sentPayload = sent.get("payload").asObject();
    Map<String, JsonValue> writtenPayload = new HashMap<>(written.get("payload").asObject());

    assertThat(written.keySet()).isEqualTo(sent.keySet());
    assertThat(written).containsEntry("eventId", sent.get("eventId"));
    assertThat(written).containsEntry("eventType", sent.get("eventType"));
    assertThat(writtenPayload).containsAllEntriesOf(sentPayload);
    writtenPayload.keySet().removeAll(sentPayload.keySet());
    assertThat(writtenPayload.values()).allMatch(JsonValue::isNull);
  }
}
