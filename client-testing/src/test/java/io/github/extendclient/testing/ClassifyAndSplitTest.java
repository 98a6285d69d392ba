package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How documents are classified, and where they are split. */
final class ClassifyAndSplitTest {
  private static final String CLASSES =
      "[{'id': 'c1', 'type': 'invoice', 'description': 'A bill for goods'},"
          + " {'id': 'c2', 'type': 'contract', 'description': 'An agreement of parties'}]";

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void theClassWhoseWordsOccurIsChosen() {
    TestClient.Response run =
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
  void classifyingFailsIfNoWordOfAClassOccurs() {
    TestClient.Response response =
        fixture.current.post(
            "/classify",
            "{'file': {'text': 'Hello'}, 'config': {'classifications': " + CLASSES + "}}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text("code")).isEqualTo("POST_PROCESSING_FAILURE");
  }

  @Test
  void aPartStartsAtALineThatADescriptionQuotes() {
    String file =
        fixture.upload("mail.txt", "LETTER\nDear Ada\fand so on\fBILL\nTotal: 5\fLETTER\nDear Bob");

    TestClient.Response run =
        split(file, "Begins with \\\"LETTER\\\".", "Begins with \\\"BILL\\\".");

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
  void aPartEndsAtABlankPageIfADescriptionSaysSo() {
    String file = fixture.upload("mail.txt", "Dear Ada\f\fDear Bob");

    TestClient.Response run =
        split(file, "Dear: a letter, with a blank page behind it.", "Anything.");

    assertThat(run.at("output.splits"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("startPage", "endPage")
        .containsExactly(tuple(1L, 2L), tuple(3L, 3L));
  }

  private TestClient.Response split(String file, String letter, String bill) {
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
  void aPartStartsAtAPageThatSaysItIsPage1() {
    byte[] pdf =
        new SamplePdf()
            .text(72, 72, 12, "Invoice over goods. Page 1 of 2")
            .page()
            .text(72, 72, 12, "More goods. Page 2 of 2")
            .page()
            .text(72, 72, 12, "Contract: an agreement. Page 1 of 1")
            .bytes();
    String file = fixture.upload("stack.pdf", pdf);
    TestClient.Response run =
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
    TestClient.Response partFile = fixture.current.get("/files/" + part);
    assertThat(partFile.text("parentFileId")).isEqualTo(file);
    assertThat(partFile.at("metadata.parentSplit.startPage")).isEqualTo(3L);
    assertThat(fixture.parse(part, "{}").text("output.chunks[0].content"))
        .contains("Contract: an agreement.");
  }
}
