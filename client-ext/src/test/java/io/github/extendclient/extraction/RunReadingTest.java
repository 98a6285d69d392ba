package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.ExtractionException;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.RunStatus;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs and outputs that have no value to read, and messages that name the run. */
class RunReadingTest {
  record Bill(@Nullable String number) {}

  private static final ExtractionSchema<Bill> BILL = ExtractionSchema.of(Bill.class);

  @Test
  void messagesNameTheRun() {
    ExtractRun run = run("PROCESSED").output(Json.output("{'number': 3}")).build();

    assertThatThrownBy(() -> BILL.read(run))
        .hasMessage(
            "$.number in the output of the run exr_1 is a number where text is expected. "
                + Mismatch.OTHER_SCHEMA_OR_LENIENT);
  }

  @Test
  void aRunWithoutOutputIsRefusedWithItsReason() {
    assertThatThrownBy(() -> BILL.read(run("PROCESSING").build()))
        .isExactlyInstanceOf(ExtractionException.class)
        .hasMessage(
            "The run exr_1 has no output: it is PROCESSING. Wait until it has ended, as"
                + " createAndPoll does.");
    assertThatThrownBy(() -> BILL.read(run("CANCELLED").build()))
        .hasMessage("The run exr_1 has no output: it is CANCELLED.");
    assertThatThrownBy(
            () ->
                BILL.read(
                    run("FAILED")
                        .failureReason("FAILED_TO_PROCESS_FILE")
                        .failureMessage("unreadable")
                        .build()))
        .hasMessage(
            "The run exr_1 has no output: it is FAILED for FAILED_TO_PROCESS_FILE, unreadable.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void outputsOfOtherConfigurationsAreRefused(boolean legacy) {
    ExtractOutput output =
        legacy
            ? new ExtractOutput.OfMap(Map.of())
            : new ExtractOutput.Unknown(JsonValue.ofJson("{}"));

    assertThatThrownBy(() -> BILL.read(output))
        .isExactlyInstanceOf(ExtractionException.class)
        .hasMessage(
            "$ in the output was not made with a JSON Schema. Move its extractor to the current"
                + " configuration.");
  }

  private static ExtractRun.Builder run(String status) {
    OffsetDateTime now = OffsetDateTime.parse("2026-11-21T00:00:00Z");
    return ExtractRun.builder()
        .id("exr_1")
        .status(RunStatus.of(status))
        .reviewed(false)
        .edited(false)
        .config(ExtractConfigJson.builder().build())
        .dashboardUrl("https://dashboard.example")
        .createdAt(now)
        .updatedAt(now);
  }
}
