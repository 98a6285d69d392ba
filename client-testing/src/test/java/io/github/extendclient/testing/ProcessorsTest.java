package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saved processors, their versions, classify and split runs, and the views of 2025-04-21. */
final class ProcessorsTest {
  private static final String CLASSES =
      "[{'id': 'c1', 'type': 'invoice', 'description': 'A bill for goods'},"
          + " {'id': 'c2', 'type': 'contract', 'description': 'An agreement of parties'}]";

  @RegisterExtension private final Fixture fixture = Fixture.validating();

  @Test
  void versionsCountUpAndKeepTheirConfig() {
    String id = extractor("a");
    String versions = "/extractors/" + id + "/versions";
    assertThat(publish(versions, "minor")).isEqualTo("0.1");
    assertThat(publish(versions, "major")).isEqualTo("1.0");
    fixture.current.post("/extractors/" + id, "{'config': {'schema': " + schema("b") + "}}");
    assertThat(publish(versions, "minor")).isEqualTo("1.1");

    assertThat(fixture.current.get(versions + "/1.0").names("config.schema.properties"))
        .containsExactly("a");
    assertThat(fixture.current.get(versions + "/1.1").names("config.schema.properties"))
        .containsExactly("b");
  }

  @Test
  void runTakesTheVersionThatItNames() {
    String id = extractor("total");
    publish("/extractors/" + id + "/versions", "major");
    fixture.current.post("/extractors/" + id, "{'config': {'schema': " + schema("date") + "}}");

    assertThat(fields(id, "1.0")).containsExactly("total");
    assertThat(fields(id, "latest")).containsExactly("total");
    assertThat(fields(id, "draft")).containsExactly("date");
  }

  @Test
  void versionThatIsNotThereIs404() {
    String id = extractor("a");
    TestClient.Answer answer =
        fixture.current.post(
            "/extract_runs",
            "{'file': {'text': 'x'}, 'extractor': {'id': '" + id + "', 'version': '7.0'}}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("message"))
        .isEqualTo(
            "The extractor has no version 7.0: use draft, latest or a version that was"
                + " published.");
  }

  @Test
  void classifyChoosesTheClassWhoseWordsOccur() {
    TestClient.Answer run =
        fixture.current.post(
            "/classify",
            "{'file': {'text': 'This agreement binds both parties.'}, 'config':"
                + " {'classifications': "
                + CLASSES
                + "}}");

    assertThat(run.text("output.type")).isEqualTo("contract");
    assertThat(run.text("output.insights[0].content"))
        .isEqualTo("These words of the class occur in the text: agreement, partie.");
  }

  @Test
  void classifyFailsRatherThanGuess() {
    TestClient.Answer answer =
        fixture.current.post(
            "/classify",
            "{'file': {'text': 'Hello'}, 'config': {'classifications': " + CLASSES + "}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("POST_PROCESSING_FAILURE");
  }

  @Test
  void splitCutsTextWhereAQuotedLineStands() {
    String file =
        fixture.upload("mail.txt", "LETTER\nDear Ada\fand so on\fBILL\nTotal: 5\fLETTER\nDear Bob");

    TestClient.Answer run = split(file, "Begins with \\\"LETTER\\\".", "Begins with \\\"BILL\\\".");

    assertThat(run.at("output.splits"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("classificationId", "startPage", "endPage")
        .containsExactly(tuple("l", 1L, 2L), tuple("b", 3L, 3L), tuple("l", 4L, 4L));
    assertThat(run.text("output.splits[0].observation"))
        .isEqualTo("Begins with a line that the description of the class quotes.");
    assertThat(fixture.parse(run.text("output.splits[1].fileId"), "{}").at("output.chunks[0]"))
        .extracting("content")
        .isEqualTo("BILL\n\nTotal: 5");
  }

  @Test
  void splitCutsBehindBlankPagesIfAClassSaysSo() {
    String file = fixture.upload("mail.txt", "Dear Ada\f\fDear Bob");

    TestClient.Answer run =
        split(file, "Dear: a letter, with a blank page behind it.", "Anything.");

    assertThat(run.at("output.splits"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("startPage", "endPage")
        .containsExactly(tuple(1L, 2L), tuple(3L, 3L));
  }

  private TestClient.Answer split(String file, String letter, String bill) {
    return fixture.current.post(
        "/split",
        "{'file': {'id': '"
            + file
            + "'}, 'config': {'splitClassifications': [{'id': 'l', 'type': 'letter',"
            + " 'description': '"
            + letter
            + "'}, {'id': 'b', 'type': 'bill', 'description': '"
            + bill
            + "'}]}}");
  }

  @Test
  void generatedExtractorHasAFieldForEachLabel() {
    String file =
        fixture.upload(
            "bill.txt",
            "Bill no: B-7\nDue date: 3 March 2026\nTotal: $ 5.00\nPaid: yes\n\n| Item | Amount |\n|"
                + " a | 2 |\n| b | 3 |");

    TestClient.Answer extractor =
        fixture.current.post(
            "/extractors", "{'name': 'G', 'generate': {'files': [{'id': '" + file + "'}]}}");

    String schema = "draftVersion.config.schema.properties";
    assertThat(extractor.names(schema))
        .containsExactly("bill_no", "due_date", "total", "paid", "line_items");
    assertThat(extractor.text(schema + ".due_date.extend:type")).isEqualTo("date");
    assertThat(extractor.text(schema + ".total.extend:type")).isEqualTo("currency");
    assertThat(extractor.at(schema + ".paid.type")).isEqualTo(List.of("boolean", "null"));
    assertThat(extractor.names(schema + ".line_items.items.properties"))
        .containsExactly("item", "amount");
    TestClient.Answer run =
        fixture.current.post(
            "/extract",
            "{'file': {'id': '"
                + file
                + "'}, 'extractor': {'id': '"
                + extractor.text("id")
                + "', 'version': 'draft'}}");
    assertThat(run.text("output.value.bill_no")).isEqualTo("B-7");
    assertThat((List<?>) run.at("output.value.line_items")).hasSize(2);
  }

  @Test
  void extractorIsNotGeneratedOfNothing() {
    String file = fixture.upload("a.txt", "nothing to see");

    TestClient.Answer answer =
        fixture.current.post(
            "/extractors", "{'name': 'G', 'generate': {'files': [{'id': '" + file + "'}]}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("PRE_PROCESSING_FAILURE");
    assertThat(answer.text("message"))
        .isEqualTo("The files have neither labels nor tables to make a schema of.");
  }

  @Test
  void fieldsOfTheOldVersionAreExtracted() {
    TestClient.Answer processor =
        fixture.legacy.post(
            "/processors",
            "{'name': 'F', 'type': 'EXTRACT', 'config': {'type': 'EXTRACT', 'fields': ["
                + "{'id': 'f1', 'name': 'total', 'type': 'currency', 'description': ''},"
                + "{'id': 'f2', 'name': 'state', 'type': 'enum', 'description': '', 'enum':"
                + " [{'value': 'paid', 'description': ''}, {'value': 'not paid', 'description':"
                + " ''}]},"
                + "{'id': 'f3', 'name': 'due_date', 'type': 'date', 'description': ''},"
                + "{'id': 'f4', 'name': 'absent', 'type': 'string', 'description': ''},"
                + "{'id': 'f5', 'name': 'lines', 'type': 'array', 'description': '', 'schema':"
                + " [{'id': 'f6', 'name': 'amount', 'type': 'number', 'description': ''}]}]}}");
    String file =
        fixture.upload(
            "a.txt",
            "Total: $ 5.00\nState: not paid\nDue date: 2026-03-03\n\n| Amount | Item |\n| 2 | a |");

    TestClient.Answer run =
        fixture.legacy.post(
            "/processor_runs",
            "{'processorId': '"
                + processor.text("processor.id")
                + "', 'version': 'draft', 'sync': true, 'file': {'fileId': '"
                + file
                + "'}}");

    String output = "processorRun.output.";
    assertThat(run.text(output + "total.id")).isEqualTo("f1");
    assertThat(run.at(output + "total.value"))
        .isEqualTo(Map.of("amount", new BigDecimal("5.00"), "iso_4217_currency_code", "USD"));
    assertThat(run.at(output + "total.confidence")).isEqualTo(new BigDecimal("1.00"));
    assertThat(run.at(output + "total.references[0].page")).isEqualTo(1L);
    assertThat(run.text(output + "state.value")).isEqualTo("not paid");
    assertThat(run.text(output + "due_date.value")).isEqualTo("2026-03-03");
    assertThat(run.at(output + "absent.value")).isNull();
    assertThat(run.at(output + "lines.value")).isEqualTo(List.of(Map.of("amount", 2L)));
    String current = "/extract_runs/" + run.text("processorRun.id").replace("dpr_", "exr_");
    assertThat(fixture.current.get(current).text("output.state.value")).isEqualTo("not paid");
  }

  @Test
  void fieldsAreRefusedByTheCurrentVersion() {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Answer answer =
          unchecked.post("/extractors", "{'name': 'F', 'config': {'fields': []}}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("message"))
          .isEqualTo(
              "The property \"config.fields\" is only taken where configurations are in the form"
                  + " of 2025-04-21: use \"schema\".");
    }
  }

  @Test
  void splitCutsAPdfWhereThePagesCountAnew() {
    byte[] pdf =
        new SamplePdf()
            .text(72, 72, 12, "Invoice over goods. Page 1 of 2")
            .page()
            .text(72, 72, 12, "More goods. Page 2 of 2")
            .page()
            .text(72, 72, 12, "Contract: an agreement. Page 1 of 1")
            .bytes();
    String file = fixture.upload("stack.pdf", pdf);
    TestClient.Answer run =
        fixture.current.post(
            "/split",
            "{'file': {'id': '"
                + file
                + "'}, 'config': {'splitClassifications': "
                + CLASSES
                + "}}");

    assertThat((List<?>) run.at("output.splits")).hasSize(2);
    assertThat(run.text("output.splits[0].type")).isEqualTo("invoice");
    assertThat(run.at("output.splits[0].endPage")).isEqualTo(2L);
    assertThat(run.text("output.splits[1].type")).isEqualTo("contract");
    String part = run.text("output.splits[1].fileId");
    TestClient.Answer partFile = fixture.current.get("/files/" + part);
    assertThat(partFile.text("parentFileId")).isEqualTo(file);
    assertThat(partFile.at("metadata.parentSplit.startPage")).isEqualTo(3L);
    assertThat(fixture.parse(part, "{}").text("output.chunks[0].content"))
        .contains("Contract: an agreement.");
  }

  @Test
  void runOfOneVersionIsSeenByTheOtherInItsShape() {
    String id = extractor("total");
    String old = id.replace("ex_", "dp_");
    String run =
        fixture
            .legacy
            .post(
                "/processor_runs",
                "{'processorId': '" + old + "', 'rawText': 'Total: 5', 'sync': true}")
            .text("processorRun.id");

    assertThat(run).startsWith("dpr_");
    String current = run.replace("dpr_", "exr_");
    TestClient.Answer seen = fixture.current.get("/extract_runs/" + current);
    assertThat(seen.text("output.value.total")).isEqualTo("5");
    assertThat(seen.text("extractor.id")).isEqualTo(id);
    TestClient.Answer group = fixture.current.get("/processor_runs/" + current);
    assertThat(group.text("processorRun.processorId")).isEqualTo(id);
    assertThat(fixture.legacy.get("/processor_runs/" + run).text("processorRun.processorId"))
        .isEqualTo(old);
  }

  @Test
  void processorsOfAllKindsAreSeenByTheOldVersion() {
    extractor("a");
    fixture.current.post(
        "/classifiers", "{'name': 'C', 'config': {'classifications': " + CLASSES + "}}");
    fixture.current.post(
        "/splitters", "{'name': 'S', 'config': {'splitClassifications': " + CLASSES + "}}");

    TestClient.Answer list = fixture.legacy.get("/processors?sortDir=asc");

    assertThat(
            ((List<?>) list.at("processors"))
                .stream().map(one -> String.valueOf(((Map<?, ?>) one).get("type"))).toList())
        .containsExactly("EXTRACT", "CLASSIFY", "SPLITTER");
    assertThat(fixture.legacy.get("/processors?type=SPLITTER").text("processors[0].name"))
        .isEqualTo("S");
  }

  @Test
  void runCanBeCancelledRightAfterItsCreation() {
    String run = fixture.current.post("/extract_runs", "{'file': {'text': 'a: b'}}").text("id");
    String cancel = "/extract_runs/" + run + "/cancel";

    assertThat(post(cancel).text("status")).isEqualTo("CANCELLED");
    fixture.finishRuns();
    assertThat(fixture.current.get("/extract_runs/" + run).text("status")).isEqualTo("CANCELLED");
    assertThat(post(cancel).status()).isEqualTo(400);
  }

  @Test
  void cancelledParseRunIsCancelled() {
    String file = fixture.upload("a.txt", "x");
    String run = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");

    TestClient.Answer cancelled = post("/parse_runs/" + run + "/cancel");

    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("failureReason")).isEqualTo("ABORTED");
    assertThat(fixture.current.get("/parse_runs?status=CANCELLED").text("data[0].id"))
        .isEqualTo(run);
    String legacy = "/parser_runs/" + run.replace("pr_", "parser_run_");
    assertThat(fixture.legacy.get(legacy).text("parserRun.status")).isEqualTo("FAILED");
  }

  @Test
  void fileNameAsksForAFailure() {
    assertThat(fixture.parse(fixture.upload("FAIL_OCR_ERROR.txt", "x"), "{}").text("failureReason"))
        .isEqualTo("OCR_ERROR");
    assertThat(
            fixture
                .extract(fixture.upload("FAIL_OUT_OF_CREDITS.txt", "x"), "{}")
                .text("failureReason"))
        .isEqualTo("OUT_OF_CREDITS");
    assertThat(
            fixture.extract(fixture.upload("FAIL_OCR_ERROR.txt", "x"), "{}").text("failureMessage"))
        .isEqualTo("OCR_ERROR: The name of the file FAIL_OCR_ERROR.txt asks for this failure.");
  }

  @Test
  void failureOfAWaitedRunIsAnError() {
    String file = fixture.upload("FAIL_OCR_ERROR.txt", "x");
    TestClient.Answer answer = fixture.current.post("/parse", "{'file': {'id': '" + file + "'}}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text("code")).isEqualTo("OCR_ERROR");
    assertThat(answer.at("retryable")).isEqualTo(true);
  }

  @Test
  void base64IsTakenAsAFile() {
    TestClient.Answer run =
        fixture.current.post("/parse", "{'file': {'base64': 'SGVsbG8gd29ybGQ=', 'name': 'a.txt'}}");

    assertThat(run.text("output.chunks[0].content")).isEqualTo("Hello world");
  }

  @Test
  void batchRunsOneForEachInput() {
    String id = extractor("total");
    TestClient.Answer batch =
        fixture.current.post(
            "/extract_runs/batch",
            "{'extractor': {'id': '"
                + id
                + "'}, 'inputs': [{'file': {'text': 'Total: 1'}}, {'file': {'text': 'Total: 2'}}]}");

    assertThat(batch.text("status")).isEqualTo("PENDING");
    assertThat(batch.at("runCount")).isEqualTo(2L);
    fixture.finishRuns();
    TestClient.Answer runs =
        fixture.current.get("/extract_runs?batchId=" + batch.text("id") + "&sortDir=asc");
    assertThat((List<?>) runs.at("data")).hasSize(2);
  }

  private TestClient.Answer post(String path) {
    return fixture.current.send(
        fixture.current.request(path).post(RequestBody.create(new byte[0])));
  }

  private List<String> fields(String extractor, String version) {
    TestClient.Answer run =
        fixture.current.post(
            "/extract",
            "{'file': {'text': 'Total: 5'}, 'extractor': {'id': '"
                + extractor
                + "', 'version': '"
                + version
                + "'}}");
    return run.names("output.value");
  }

  private String publish(String versions, String type) {
    return fixture.current.post(versions, "{'releaseType': '" + type + "'}").text("version");
  }

  private String extractor(String field) {
    return fixture
        .current
        .post("/extractors", "{'name': 'X', 'config': {'schema': " + schema(field) + "}}")
        .text("id");
  }

  private static String schema(String field) {
    return "{'type': 'object', 'properties': {'"
        + field
        + "': {'type': ['string', 'null']}}, 'required': ['"
        + field
        + "'], 'additionalProperties': false}";
  }
}
