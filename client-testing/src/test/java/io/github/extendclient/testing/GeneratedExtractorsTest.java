package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Extractors that are generated from files. */
final class GeneratedExtractorsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void aGeneratedExtractorHasAFieldForEachLabelAndTable() {
    String file =
        fixture.upload(
            "bill.txt",
            "Bill no: B-7\nDue date: 3 March 2026\nTotal: $ 5.00\nPaid: yes\n\n| Item | Amount |\n|"
                + " a | 2 |\n| b | 3 |");

    TestClient.Response extractor =
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
    TestClient.Response run =
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
  void noExtractorIsGeneratedWithoutLabelsAndTables() {
    String file = fixture.upload("a.txt", "nothing to see");

    TestClient.Response response =
        fixture.current.post(
            "/extractors", "{'name': 'G', 'generate': {'files': [{'id': '" + file + "'}]}}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text("code")).isEqualTo("PRE_PROCESSING_FAILURE");
    assertThat(response.text("message"))
        .isEqualTo("The files have neither labels nor tables, so no schema can be generated.");
  }
}
