package io.github.extendclient.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.operation.OperationParameter;
import io.github.extendclient.runtime.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OperationsCommandTest {
  @Test
  void findsByAllWordsInAnyCase() {
    assertThat(CommandRun.alone().of("operations", "Upload", "2026"))
        .isEqualTo(
            new CommandRun.End(
                1, "", "No operation mentions Upload 2026: extend operations lists them all.\n"));
    assertThat(CommandRun.alone().of("operations", "UPLOAD", "file", "--api-version", "2026-02-09"))
        .isEqualTo(
            new CommandRun.End(
                0,
                "{\"id\":\"files_upload\",\"apiVersion\":\"2026-02-09\",\"route\":\"POST"
                    + " /files/upload\",\"summary\":\"Upload a file\"}\n",
                ""));
  }

  @Test
  void listsAllOperations() {
    assertThat(CommandRun.alone().of("operations").out()).hasLineCount(154);
  }

  @Test
  void fitsTheTerminal() {
    for (int columns : List.of(80, 120)) {
      assertThat(CommandRun.alone().terminal(columns).of("operations").out().lines())
          .hasSize(156)
          .allMatch(line -> line.length() <= columns);
    }
  }

  /** The operations of the client are those of the specification. */
  @Test
  void eachOperationOfTheClientHasAPageWithItsParameters() {
    try (ExtendClient extend = ExtendClient.builder().apiKey("sk_none").build()) {
      for (NamedOperation operation : extend.operations().all()) {
        OperationIndex.Entry entry =
            OperationIndex.named(operation.id() + "@" + operation.apiVersion());

        assertThat(entry.route()).isEqualTo(operation.route());
        Set<String> names = new TreeSet<>();
        operation.parameters().stream().map(OperationParameter::name).forEach(names::add);
        Map<String, JsonValue> page = OperationIndex.page(entry);
        Set<String> documented = new TreeSet<>(names(page.get("parameters")));
        documented.addAll(names(page.getOrDefault("form", JsonValue.of(List.of()))));
        assertThat(documented).as(operation.toString()).isEqualTo(names);
        assertThat(page.containsKey("body"))
            .as(operation.toString())
            .isEqualTo(operation.hasBody());
      }
    }
  }

  @Test
  void theHelpOfAnOperationHasParametersLimitsAndAnExample() {
    CommandRun.End end = CommandRun.alone().terminal(80).of("call", "parseRuns_list", "--help");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out())
        .startsWith("parseRuns_list  GET /parse_runs  (2026-02-09)\n")
        .contains(
            "Parameters, as name=value:\n",
            "  status  text\n",
            "      One of PENDING, PROCESSING, PROCESSED, FAILED, CANCELLED.\n",
            "  maxPageSize  whole number\n",
            "Example:\n  extend call parseRuns_list\n");
    assertThat(end.out().lines().filter(line -> !line.startsWith("https:")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void noLineOfTheHelpOfAnOperationWraps() {
    for (OperationIndex.Entry entry : OperationIndex.all()) {
      String name = entry.id() + "@" + entry.version();

      String help = CommandRun.alone().terminal(80).of("call", name, "--help").out();

      assertThat(help.lines().filter(line -> line.length() > 80 && !line.startsWith("https:")))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void theHelpOfACreateShowsItsBody() {
    assertThat(CommandRun.alone().of("call", "extractRuns_create", "-h").out())
        .contains("Body, as --body FILE", "  config  object\n", "  with, in body.json,\n  {\n");
  }

  @Test
  void helpOfAnUnknownOperationNamesTheListing() {
    CommandRun.End end = CommandRun.alone().of("call", "nothing", "--help");

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.err())
        .isEqualTo("There is no operation \"nothing\": extend operations lists them all.\n");
  }

  private static List<String> names(JsonValue fields) {
    return fields.asArray().stream().map(field -> field.asObject().get("name").asString()).toList();
  }
}
