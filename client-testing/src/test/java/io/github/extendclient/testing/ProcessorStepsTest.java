package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.extracting;
import static io.github.extendclient.testing.SampleWorkflows.passing;
import static io.github.extendclient.testing.SampleWorkflows.step;
import static io.github.extendclient.testing.SampleWorkflows.stepNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps of a workflow that extract, merge, split, collect and convert. */
final class ProcessorStepsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void aRuleChoosesTheExtractor() {
    String invoice = fixture.extractor("Invoices", "total");
    String letter = fixture.extractor("Letters", "sender");
    String classes =
        "{'classifications': [{'id': 'i', 'type': 'invoice', 'description': ''}, {'id': 'l',"
            + " 'type': 'letter', 'description': ''}]}";
    String workflow =
        workflows.parsing(
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

    assertThat(workflows.run(workflow, "Invoice\\nTotal: 5").at("stepRuns[2].result.extractRun"))
        .extracting("extractor.id", "output.value")
        .containsExactly(invoice, Map.of("total", "5"));
    assertThat(workflows.run(workflow, "Letter\\nSender: Ada").at("stepRuns[2].result.extractRun"))
        .extracting("extractor.id", "output.value")
        .containsExactly(letter, Map.of("sender", "Ada"));
  }

  @Test
  void outputsOfSeveralExtractorsAreMergedByConfidence() {
    String surer = fixture.extractor("B", "total");
    String other = fixture.extractor("A", "total_amount");
    String workflow =
        workflows.parsing(
            List.of("b", "a"),
            step("EXTRACT", "b", "{'extractor': {'id': '" + surer + "', 'version': 'draft'}}", "m"),
            step("EXTRACT", "a", "{'extractor': {'id': '" + other + "', 'version': 'draft'}}", "m"),
            step("MERGE_EXTRACT", "m", "{'mergeOrder': 'confidence'}", "v"),
            passing("v"));

    TestClient.Response run = workflows.run(workflow, "Total: 5");

    assertThat(run.at("stepRuns[3].result.extractRun.output.value"))
        .isEqualTo(Map.of("total", "5", "total_amount", "5"));
    assertThat(run.at("stepRuns[3].result.mergedExtractors"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("name")
        .containsExactly("B", "A");
    assertThat(stepNames(run)).containsExactly("p", "b", "a", "m", "v");
  }

  @Test
  void aMergeWithoutAnExtractStepFailsTheRun() {
    assertThat(
            workflows
                .run(workflows.parsing(step("MERGE_EXTRACT", "m", "{}")), "a")
                .text("failureMessage"))
        .isEqualTo("The step m has nothing to merge: no extract step leads to it.");
  }

  @Test
  void aFileIsConvertedToPdf() {
    String workflow =
        workflows.parsing(
            "{'type': 'FILE_CONVERSION', 'name': 'f', 'next': [{'step': 'x'}]}",
            step("EXTRACT", "x", extracting("total", "number", "vendor", "string")));

    TestClient.Response run = workflows.run(workflow, "Total: 5\\nVendor: Ada");

    assertThat(run.text("stepRuns[1].files[0].type")).isEqualTo("PDF");
    assertThat(run.at("stepRuns[1].result.extractRun.output.value.total")).isEqualTo(5L);
  }

  @Test
  void aFailedConversionFailsTheRunUnlessTheStepSaysContinue() {
    String exit = workflows.parsing("{'type': 'FILE_CONVERSION', 'name': 'f'}");
    String goOn =
        workflows.parsing(
            "{'type': 'FILE_CONVERSION', 'name': 'f', 'config': {'failureBehavior': 'CONTINUE'},"
                + " 'next': [{'step': 'v'}]}",
            passing("v"));

    TestClient.Response run = workflows.run(exit, "a \u2192 b");
    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureMessage"))
        .startsWith(
            "The step f failed with FAILED_TO_CONVERT_TO_PDF: The file text.txt cannot be"
                + " converted to PDF: it has a character that Helvetica has not: U+2192");
    assertThat(workflows.run(goOn, "a \u2192 b").text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void aCollectJoinsThePartsOfASplit() {
    String classes =
        "{'splitClassifications': [{'id': 'i', 'type': 'invoice', 'description': ''}, {'id': 'l',"
            + " 'type': 'letter', 'description': ''}]}";
    String workflow =
        workflows.parsing(
            "{'type': 'SPLIT', 'name': 's', 'config': {'splitterConfig': "
                + classes
                + "}, 'next': [{'step': 'k', 'classificationId': 'i'}, {'step': 'k',"
                + " 'classificationId': 'l'}]}",
            "{'type': 'COLLECT', 'name': 'k', 'next': [{'step': 'x'}]}",
            step("EXTRACT", "x", extracting("total", "number", "vendor", "string")));

    TestClient.Response run =
        workflows.run(workflow, "Invoice\\nTotal: 5\\u000cLetter\\nVendor: Ada");

    assertThat(stepNames(run)).containsExactly("p", "s", "x");
    assertThat(run.at("stepRuns[2].result.extractRun.output.value"))
        .isEqualTo(Map.of("total", 5L, "vendor", "Ada"));
  }
}
