package io.github.extendclient.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @ParameterizedTest
  @CsvSource({
    "exr_Xj8mK2pL9nR4vT7qY5wZ, exr_, extractRuns",
    "ex_1, ex_, extractors",
    "file_, file_, files",
    "parser_run_1, parser_run_, parserRuns",
    "workflow_run_1, workflow_run_, workflowRuns",
    "workflow_1, workflow_, workflows",
  })
  void thePrefixTellsTheResource(String id, String prefix, String resource) {
    IdDescription description = Ids.describe(id);

    assertThat(description.prefix()).isEqualTo(prefix);
    assertThat(description.resource()).isEqualTo(resource);
  }

  @Test
  void operationsAreListedByVersion() {
    IdDescription description = Ids.describe("exr_1");

    assertThat(description.operations().keySet()).containsExactly("2026-02-09", "2025-04-21");
    assertThat(description.operations().get("2026-02-09"))
        .contains(
            new IdOperation(
                "extend.extractRuns().delete", "extractRuns", "DELETE", "/extract_runs/{id}"),
            new IdOperation(
                "extend.processorRuns().delete",
                "processorRuns",
                "DELETE",
                "/processor_runs/{id}"));
  }

  @Test
  void toStringListsTheOperations() {
    assertThat(Ids.describe("pr_1").toString().lines())
        .startsWith(
            "pr_ is of parseRuns",
            "  2026-02-09  extend.parseRuns().cancel (POST /parse_runs/{id}/cancel)",
            "  2026-02-09  extend.parseRuns().delete (DELETE /parse_runs/{id})");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "sk_1", "EXR_1"})
  void unknownPrefixesHaveNoOperations(String id) {
    IdDescription description = Ids.describe(id);

    assertThat(description.prefix()).isNull();
    assertThat(description.operations()).isEmpty();
    assertThat(description).hasToString("No operation takes IDs that start like this.");
  }
}
