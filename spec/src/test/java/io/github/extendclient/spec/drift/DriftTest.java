package io.github.extendclient.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.drift.Change.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made from our bundle: exactly their changes are reported. */
class DriftTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-02-09", "2025-04-21"})
  void theSameApiInAnotherFormIsNoChange(String version) throws IOException {
    ObjectNode bundle = bundle(version);
    ObjectNode later = VendorDocument.as31(bundle);

    assertThat(changes(bundle, bundle)).isEmpty();
    assertThat(changes(bundle, later)).isEmpty();
    assertThat(changes(bundle, VendorDocument.renamed(later))).isEmpty();
    assertThat(changes(bundle, VendorDocument.reordered(later))).isEmpty();
    assertThat(changes(bundle, VendorDocument.inlined(bundle))).isEmpty();
    assertThat(
            changes(
                bundle,
                VendorDocument.renamed(VendorDocument.as31(VendorDocument.inlined(bundle)))))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> findsEachChange() throws IOException {
    ObjectNode bundle = bundle("2026-02-09");
    return ChangeCases.all().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      ObjectNode changed = bundle.deepCopy();
                      one.change().accept(changed);
                      assertThat(changed.equals(bundle)).as("changed at all").isFalse();
                      assertThat(changes(bundle, changed)).isEqualTo(one.expected());
                      ObjectNode rewritten =
                          VendorDocument.reordered(
                              VendorDocument.renamed(VendorDocument.as31(changed)));
                      assertThat(changes(bundle, rewritten))
                          .containsExactlyInAnyOrderElementsOf(one.expected());
                    }));
  }

  @Test
  void namesOfPathParametersDoNotMatter() throws IOException {
    ObjectNode bundle = bundle("2026-02-09");
    ObjectNode changed = bundle.deepCopy();
    ObjectNode paths = (ObjectNode) changed.get("paths");
    ObjectNode item = (ObjectNode) paths.remove("/files/{id}");
    ChangeCases.named((ArrayNode) item.at("/get/parameters"), "id").put("name", "fileId");
    ChangeCases.named((ArrayNode) item.at("/delete/parameters"), "id").put("name", "fileId");
    paths.set("/files/{fileId}", item);

    assertThat(changes(bundle, changed)).isEmpty();
  }

  @Test
  void theReportSaysFileVersionAndLinesOfTheChangelog() throws IOException {
    ObjectNode changed = bundle("2026-02-09");
    ChangeCases.property(changed, "File").putObject("color").put("type", "string");
    ChangeCases.property(changed, "File").remove("parentFileId");

    DriftReport report = Drift.report(changed.toString(), Path.of("."), "0.1.0-SNAPSHOT");

    assertThat(report.nextVersion()).isEqualTo("0.2.0");
    assertThat(report.markdown())
        .contains("2 differences, of which 1 break Java")
        .contains("After 0.1.0-SNAPSHOT follows version **0.2.0**.")
        .contains("## `src/main/openapi/2026-02-09/files.yaml`")
        .contains(
            "| `File.parentFileId` | property is gone | breaks Java: `File.getParentFileId()` | ")
        .contains(
            "### Specification 2026-02-09\n\n- `File.color`: new optional property of type string.")
        .contains("### Breaking\n\n- `File.parentFileId`: property is gone.");
  }

  @Test
  void aDecidedDifferenceIsNotOpen() throws IOException {
    Change change =
        new Change("POST /x request body", "is no longer required", Effect.NULLNESS, "x.yaml");
    Decisions decisions =
        Decisions.parse(
            "- reason: Because.\n  differences: ['* * request body: is no longer required']",
            "2026-02-09");

    DriftReport report = new DriftReport("2026-02-09", "1.2.3", List.of(change), decisions);

    assertThat(report.open()).isEmpty();
    assertThat(report.nextVersion()).isEqualTo("1.2.3");
    assertThat(report.markdown())
        .contains("| `POST /x request body: is no longer required` | Because. |");
  }

  @Test
  void aDocumentOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> ApiDocument.parse("swagger: '2.0'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected an OpenAPI document of version 3.0 or 3.1; its \"openapi\" is missing");
  }

  private static List<String> changes(ObjectNode ours, ObjectNode theirs) throws IOException {
    String version = ours.at("/info/version").asText();
    SpecFiles files = SpecFiles.read(Path.of("src/main/openapi", version));
    Collection<Change> changes =
        new DocumentComparison(ApiDocument.of(ours), ApiDocument.parse(theirs.toString()), files)
            .changes();
    return changes.stream().map(Change::toString).toList();
  }

  private static ObjectNode bundle(String version) throws IOException {
    Path file = Path.of("target/classes/openapi/extend-" + version + ".yaml");
    return (ObjectNode) new YAMLMapper().readTree(Files.readString(file));
  }
}
