package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of step of a workflow, behind a step that parses. */
final class WorkflowStepsTest {
  @RegisterExtension private final Fixture fixture = Fixture.validating();

  @Test
  void conditionDecidesTheRoute() {
    String conditions =
        "{'conditions': [{'id': 'high', 'type': 'IF', 'operation': 'GTE', 'leftOperand':"
            + " '{{x.output.value.total}}', 'rightOperand': '100'}, {'id': 'named', 'type':"
            + " 'ELSE_IF', 'operation': 'CONTAINS', 'leftOperand': 'by {{x.output.value.vendor}}',"
            + " 'rightOperand': 'by Ada'}, {'id': 'marked', 'type': 'ELSE_IF', 'operation':"
            + " 'EQUALS', 'leftOperand': '{{metadata.mark}}', 'rightOperand': '7'}, {'id':"
            + " 'nameless', 'type': 'ELSE_IF', 'operation': 'IS_NULL', 'leftOperand':"
            + " '{{x.output.value.vendor}}'}, {'id': 'rest', 'type': 'ELSE'}]}";
    String routes =
        route("high") + route("named") + route("marked") + route("nameless") + route("rest");
    String workflow =
        workflow(
            extract("x", "total", "number", "vendor", "string", "'next': [{'step': 'c'}]"),
            "{'type': 'CONDITIONAL', 'name': 'c', 'config': "
                + conditions
                + ", 'next': ["
                + routes.substring(1)
                + "]}",
            rule("high"),
            rule("named"),
            rule("marked"),
            rule("nameless"),
            rule("rest"));

    assertThat(lastStep(workflow, "Total: 100\\nVendor: Bob", "{}")).isEqualTo("high");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Ada", "{}")).isEqualTo("named");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Bob", "{'mark': 7}")).isEqualTo("marked");
    assertThat(lastStep(workflow, "Total: 5", "{}")).isEqualTo("nameless");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Bob", "{}")).isEqualTo("rest");
  }

  @Test
  void operandOfAStepThatDidNotRunFailsTheRun() {
    String workflow =
        workflow(
            "{'type': 'CONDITIONAL', 'name': 'c', 'config': {'conditions': [{'id': 'a', 'type':"
                + " 'IF', 'operation': 'IS_NULL', 'leftOperand': '{{y.output.value}}'}]}}");

    assertThat(run(workflow, "a", "{}").text("failureMessage"))
        .isEqualTo(
            "The step c cannot decide: There is no variable y.output.value: before this step there"
                + " are metadata.");
  }

  @Test
  void rulesAreCheckedAndDecideTheRoute() {
    String rules =
        "{'rules': [{'name': 'sum', 'formula': 'x.total = x.net + 10'}, {'name': 'list', 'formula':"
            + " 'x.total > x.net'}, {'name': 'broken', 'formula': 'x.total ='}, {'name':"
            + " 'unknown', 'formula': 'y.total = 1'}]}";
    String workflow =
        workflow(
            extract("x", "total", "number", "net", "number", "'next': [{'step': 'v'}]"),
            "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': "
                + rules
                + ", 'next': [{'step': 'p1', 'result': 'pass'}, {'step': 'f1', 'result':"
                + " 'fail'}]}",
            rule("p1"),
            rule("f1"));

    TestClient.Answer run = run(workflow, "Total: 11\\nNet: 100", "{}");

    assertThat(run.at("stepRuns[2].result"))
        .isEqualTo(
            Map.of(
                "allPassed",
                false,
                "rules",
                List.of(
                    Map.of("name", "sum", "valid", false, "failureReason", "RULE_FAILED"),
                    Map.of("name", "list", "valid", false, "failureReason", "RULE_FAILED"),
                    Map.of(
                        "name",
                        "broken",
                        "valid",
                        false,
                        "failureReason",
                        "PARSE_ERROR",
                        "error",
                        "The formula does not go on with \"its end\"."),
                    Map.of(
                        "name",
                        "unknown",
                        "valid",
                        false,
                        "failureReason",
                        "VALUE_ERROR",
                        "error",
                        "There is no variable y.total: before this step there are metadata, x."))));
    assertThat(run.text("stepRuns[3].step.name")).isEqualTo("f1");
    assertThat(run.text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void ruleAboutAListShowsEachItem() {
    String schema =
        "{'type': 'object', 'properties': {'items': {'type': 'array', 'items': {'type': 'object',"
            + " 'properties': {'amount': {'type': ['number', 'null']}}, 'required': ['amount'],"
            + " 'additionalProperties': false}}}, 'required': ['items'], 'additionalProperties':"
            + " false}";
    String workflow =
        workflow(
            "{'type': 'EXTRACT', 'name': 'x', 'config': {'extractorConfig': {'schema': "
                + schema
                + "}}, 'next': [{'step': 'v'}]}",
            "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': {'rules': [{'name': 'r',"
                + " 'formula': 'x.items.amount > 3'}]}}");

    TestClient.Answer run = run(workflow, "| Amount | Name |\\n| 5 | a |\\n| 2 | b |", "{}");

    assertThat(run.at("stepRuns[2].result.rules[0].validArray")).isEqualTo(List.of(true, false));
    assertThat(run.at("stepRuns[2].result.rules[0].valid")).isEqualTo(false);
  }

  @Test
  void ruleChoosesTheExtractor() {
    String invoice = extractor("Invoices", "total");
    String letter = extractor("Letters", "sender");
    String classes =
        "{'classifications': [{'id': 'i', 'type': 'invoice', 'description': ''}, {'id': 'l',"
            + " 'type': 'letter', 'description': ''}]}";
    String workflow =
        workflow(
            "{'type': 'CLASSIFY', 'name': 'c', 'config': {'classifierConfig': "
                + classes
                + "}, 'next': [{'step': 'x', 'classificationId': 'i'}, {'step': 'x',"
                + " 'classificationId': 'l'}]}",
            "{'type': 'CONDITIONAL_EXTRACT', 'name': 'x', 'config': {'rules': [{'formula': 'c ="
                + " \\\"invoice\\\"', 'extractor': {'id': '"
                + invoice
                + "', 'version': 'draft'}}, {'formula': 'TRUE', 'extractor': {'id': '"
                + letter
                + "', 'version': 'draft'}}]}}");

    assertThat(run(workflow, "Invoice\\nTotal: 5", "{}").at("stepRuns[2].result.extractRun"))
        .extracting("extractor.id", "output.value")
        .containsExactly(invoice, Map.of("total", "5"));
    assertThat(run(workflow, "Letter\\nSender: Ada", "{}").at("stepRuns[2].result.extractRun"))
        .extracting("extractor.id", "output.value")
        .containsExactly(letter, Map.of("sender", "Ada"));
  }

  @Test
  void outputsOfSeveralExtractorsAreMergedByConfidence() {
    String surer = extractor("B", "total");
    String other = extractor("A", "total_amount");
    String workflow =
        workflow(
            List.of("{'step': 'b'}", "{'step': 'a'}"),
            step("EXTRACT", "b", "{'extractor': {'id': '" + surer + "', 'version': 'draft'}}", "m"),
            step("EXTRACT", "a", "{'extractor': {'id': '" + other + "', 'version': 'draft'}}", "m"),
            step("MERGE_EXTRACT", "m", "{'mergeOrder': 'confidence'}", "v"),
            rule("v"));

    TestClient.Answer run = run(workflow, "Total: 5", "{}");

    assertThat(run.at("stepRuns[3].result.extractRun.output.value"))
        .isEqualTo(Map.of("total", "5", "total_amount", "5"));
    assertThat(run.at("stepRuns[3].result.mergedExtractors"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("name")
        .containsExactly("B", "A");
    assertThat(stepNames(run)).containsExactly("p", "b", "a", "m", "v");
  }

  @Test
  void mergeThatNoExtractorLeadsToFailsTheRun() {
    assertThat(
            run(workflow(step("MERGE_EXTRACT", "m", "{}", null)), "a", "{}").text("failureMessage"))
        .isEqualTo("The step m has nothing to merge: no extract step leads to it.");
  }

  @Test
  void externalSystemIsReallyAsked() throws Exception {
    try (MockWebServer system = new MockWebServer()) {
      system.start();
      system.enqueue(new MockResponse.Builder().body("{\"vendor\": {\"known\": true}}").build());
      String workflow =
          workflow(
              extract("x", "total", "number", "vendor", "string", "'next': [{'step': 'e'}]"),
              external(system.url("/check").toString(), "EXIT", "POST"),
              "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': {'rules': [{'name': 'r',"
                  + " 'formula': 'e.vendor.known'}]}}");

      TestClient.Answer run = run(workflow, "Total: 5", "{}");

      RecordedRequest request = system.takeRequest();
      assertThat(request.getHeaders().get("x-mine")).isEqualTo("1");
      assertThat(request.getBody().utf8()).contains("\"total\":5", run.text("id"));
      assertThat(run.at("stepRuns[2].result.response.status")).isEqualTo(200L);
      assertThat(run.at("stepRuns[2].result.response.data.vendor.known")).isEqualTo(true);
      assertThat(run.at("stepRuns[3].result.allPassed")).isEqualTo(true);
    }
  }

  @Test
  void externalSystemElsewhereIsNotAskedAndTheRunGoesOn() {
    String workflow = workflow(external("https://example.com/check", "CONTINUE", "GET"), rule("v"));

    TestClient.Answer run = run(workflow, "a", "{}");

    assertThat(run.text("status")).isEqualTo("PROCESSED");
    assertThat(run.text("stepRuns[1].status")).isEqualTo("FAILED");
    assertThat(run.at("stepRuns[1].result")).isNull();
    assertThat(run.text("stepRuns[2].step.name")).isEqualTo("v");
  }

  @Test
  void failureOfAnExternalSystemMayEndTheRun() throws Exception {
    try (MockWebServer system = new MockWebServer()) {
      system.start();
      system.enqueue(new MockResponse.Builder().code(503).build());
      String url = system.url("/check").toString();

      TestClient.Answer run = run(workflow(external(url, "EXIT", "GET"), rule("v")), "a", "{}");

      assertThat(run.text("status")).isEqualTo("FAILED");
      assertThat(run.text("failureMessage"))
          .isEqualTo("The step e failed: The request to " + url + " failed: its status is 503.");
    }
  }

  @Test
  void fileIsConvertedToPdf() {
    String workflow =
        workflow(
            "{'type': 'FILE_CONVERSION', 'name': 'f', 'next': [{'step': 'x'}]}",
            extract("x", "total", "number", "vendor", "string", ""));

    TestClient.Answer run = run(workflow, "Total: 5\\nVendor: Ada", "{}");

    assertThat(run.text("stepRuns[1].files[0].type")).isEqualTo("PDF");
    assertThat(run.at("stepRuns[1].result.extractRun.output.value.total")).isEqualTo(5L);
  }

  @Test
  void conversionThatFailsEndsTheRunUnlessItIsToGoOn() {
    String exit = workflow("{'type': 'FILE_CONVERSION', 'name': 'f'}");
    String goOn =
        workflow(
            "{'type': 'FILE_CONVERSION', 'name': 'f', 'config': {'failureBehavior': 'CONTINUE'},"
                + " 'next': [{'step': 'v'}]}",
            rule("v"));

    TestClient.Answer run = run(exit, "a \u2192 b", "{}");
    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureMessage"))
        .startsWith(
            "The step f failed with FAILED_TO_CONVERT_TO_PDF: The file text.txt cannot be"
                + " converted to PDF: it has a character that Helvetica has not: U+2192");
    assertThat(run(goOn, "a \u2192 b", "{}").text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void collectBringsThePartsOfASplitTogether() {
    String classes =
        "{'splitClassifications': [{'id': 'i', 'type': 'invoice', 'description': ''}, {'id': 'l',"
            + " 'type': 'letter', 'description': ''}]}";
    String workflow =
        workflow(
            "{'type': 'SPLIT', 'name': 's', 'config': {'splitterConfig': "
                + classes
                + "}, 'next': [{'step': 'k', 'classificationId': 'i'}, {'step': 'k',"
                + " 'classificationId': 'l'}]}",
            "{'type': 'COLLECT', 'name': 'k', 'next': [{'step': 'x'}]}",
            extract("x", "total", "number", "vendor", "string", ""));

    TestClient.Answer run = run(workflow, "Invoice\\nTotal: 5\\u000cLetter\\nVendor: Ada", "{}");

    assertThat(stepNames(run)).containsExactly("p", "s", "x");
    assertThat(run.at("stepRuns[2].result.extractRun.output.value"))
        .isEqualTo(Map.of("total", 5L, "vendor", "Ada"));
  }

  @Test
  void stepsBehindAReviewWaitForIt() {
    String workflow =
        workflow(
            "{'type': 'HUMAN_REVIEW', 'name': 'h', 'next': [{'step': 'x'}]}",
            extract("x", "total", "number", "vendor", "string", "'next': [{'step': 'h2'}]"),
            "{'type': 'HUMAN_REVIEW', 'name': 'h2', 'next': [{'step': 'v'}]}",
            rule("v"));
    TestClient.Answer run = run(workflow, "Total: 5", "{}");
    String id = run.text("id");

    assertThat(run.text("status")).isEqualTo("NEEDS_REVIEW");
    assertThat(stepNames(run)).containsExactly("p");
    fixture.server.approveReview(id);
    TestClient.Answer second = fixture.current.get("/workflow_runs/" + id);
    assertThat(second.text("status")).isEqualTo("NEEDS_REVIEW");
    assertThat(stepNames(second)).containsExactly("p", "x");
    fixture.server.approveReview(id);
    TestClient.Answer third = fixture.current.get("/workflow_runs/" + id);
    assertThat(third.text("status")).isEqualTo("PROCESSED");
    assertThat(stepNames(third)).containsExactly("p", "x", "v");
  }

  @Test
  void rejectionEndsTheRunBeforeTheStepsBehindIt() {
    String workflow =
        workflow("{'type': 'HUMAN_REVIEW', 'name': 'h', 'next': [{'step': 'v'}]}", rule("v"));
    String id = run(workflow, "a", "{}").text("id");

    fixture.server.rejectReview(id, "no");

    assertThat(stepNames(fixture.current.get("/workflow_runs/" + id))).containsExactly("p");
  }

  @Test
  void ruleWithoutALastResortIsRefused() {
    assertThat(
            refused(
                "{'type': 'CONDITIONAL_EXTRACT', 'name': 'x', 'config': {'rules': [{'formula':"
                    + " 'c = 1', 'extractor': {'id': 'ex_a', 'version': 'draft'}}]}}"))
        .isEqualTo("The last formula of \"steps[0].config.rules\" must be TRUE.");
  }

  @Test
  void routeOfAConditionThatIsNotThereIsRefused() {
    assertThat(
            refused(
                "{'type': 'CONDITIONAL', 'name': 'c', 'config': {'conditions': [{'id': 'a', 'type':"
                    + " 'ELSE'}]}, 'next': [{'step': 'c', 'conditionId': 'b'}]}"))
        .isEqualTo(
            "The property \"steps[0].next[0].conditionId\" must name a condition of the step, but"
                + " there is no condition b.");
  }

  @Test
  void twoStepsOfOneNameAreRefused() {
    assertThat(refused(rule("v") + ", " + rule("v")))
        .isEqualTo("The property \"steps[1].name\" must be unique, but two steps are v.");
  }

  @Test
  void stepWithoutItsConfigurationIsADraftButNoVersion() {
    String workflow = workflow("{'type': 'RULE_VALIDATION', 'name': 'v'}");

    TestClient.Answer answer =
        fixture.current.post("/workflows/" + workflow + "/versions", "{'name': 'first'}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message"))
        .isEqualTo(
            "The step v cannot be deployed: the property \"steps[2].config\" is required, but it"
                + " is missing.");
  }

  private String refused(String steps) {
    return fixture
        .current
        .post("/workflows", "{'name': 'W', 'steps': [" + steps + "]}")
        .text("message");
  }

  private static String route(String name) {
    return ",{'step': '" + name + "', 'conditionId': '" + name + "'}";
  }

  /** A step that always passes, to be seen among the step runs. */
  private static String rule(String name) {
    return step("RULE_VALIDATION", name, "{'rules': [{'name': 'r', 'formula': 'TRUE'}]}", null);
  }

  private static String step(String type, String name, String config, String next) {
    return "{'type': '"
        + type
        + "', 'name': '"
        + name
        + "', 'config': "
        + config
        + (next == null ? "" : ", 'next': [{'step': '" + next + "'}]")
        + "}";
  }

  private static String external(String url, String onFailure, String method) {
    return step(
        "EXTERNAL_DATA_VALIDATION",
        "e",
        "{'requestOptions': {'url': '"
            + url
            + "', 'method': '"
            + method
            + "', 'headers': {'x-mine': '1'}}, 'failureBehavior': '"
            + onFailure
            + "'}",
        "v");
  }

  private static String extract(
      String name, String field, String type, String field2, String type2, String more) {
    return "{'type': 'EXTRACT', 'name': '"
        + name
        + "', 'config': {'extractorConfig': {'schema': {'type': 'object', 'properties': {'"
        + field
        + "': {'type': ['"
        + type
        + "', 'null']}, '"
        + field2
        + "': {'type': ['"
        + type2
        + "', 'null']}}, 'required': ['"
        + field
        + "', '"
        + field2
        + "'], 'additionalProperties': false}}}"
        + (more.isEmpty() ? "" : ", " + more)
        + "}";
  }

  private String extractor(String name, String field) {
    return fixture
        .current
        .post(
            "/extractors",
            "{'name': '"
                + name
                + "', 'config': {'schema': {'type': 'object', 'properties': {'"
                + field
                + "': {'type': ['string', 'null']}}, 'required': ['"
                + field
                + "'], 'additionalProperties': false}}}")
        .text("id");
  }

  /** A workflow that parses and goes on with the first of some steps. */
  private String workflow(String... steps) {
    String name = steps[0].replaceFirst(".*?'name': '([^']+)'.*", "$1");
    return workflow(List.of("{'step': '" + name + "'}"), steps);
  }

  private String workflow(List<String> first, String... steps) {
    TestClient.Answer answer =
        fixture.current.post(
            "/workflows",
            "{'name': 'W', 'steps': [{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'p'}]},"
                + " {'type': 'PARSE', 'name': 'p', 'next': ["
                + String.join(", ", first)
                + "]}, "
                + String.join(", ", steps)
                + "]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text("id");
  }

  private TestClient.Answer run(String workflow, String text, String metadata) {
    String id =
        fixture
            .current
            .post(
                "/workflow_runs",
                "{'workflow': {'id': '"
                    + workflow
                    + "'}, 'file': {'text': '"
                    + text
                    + "'}, 'metadata': "
                    + metadata
                    + "}")
            .text("id");
    fixture.finishRuns();
    return fixture.current.get("/workflow_runs/" + id);
  }

  private String lastStep(String workflow, String text, String metadata) {
    List<String> names = stepNames(run(workflow, text, metadata));
    return names.get(names.size() - 1);
  }

  private static List<String> stepNames(TestClient.Answer run) {
    return ((List<?>) run.at("stepRuns"))
        .stream()
            .map(step -> (Map<?, ?>) ((Map<?, ?>) step).get("step"))
            .map(step -> String.valueOf(step.get("name")))
            .toList();
  }
}
