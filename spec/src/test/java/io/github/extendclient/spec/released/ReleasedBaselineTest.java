package io.github.extendclient.spec.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Breaking changes since the last release are acknowledged, and the report tells of all changes.
 */
class ReleasedBaselineTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Things, version: '1'}
      paths:
        /things/{id}:
          get:
            operationId: things_retrieve
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '200':
                description: The thing.
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
          delete:
            operationId: things_delete
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '200': {description: Gone.}
      components:
        schemas:
          Thing:
            type: object
            required: [id, name]
            properties:
              id: {type: string}
              name: {type: string}
      """;

  @Test
  void breakingChangesSinceTheReleaseAreAcknowledged() throws IOException {
    String acknowledged = Files.readString(Path.of("ACKNOWLEDGED.md"));
    var report = new StringBuilder();
    List<String> open = new ArrayList<>();
    for (String version : List.of("2026-02-09", "2025-04-21")) {
      String released = Files.readString(Path.of("released", version + ".yaml"));
      Comparison comparison = Comparison.of(version, released, bundle(version));
      report.append(comparison.report()).append('\n');
      open.addAll(comparison.unacknowledged(acknowledged));
    }
    Files.writeString(Path.of("target", "spec-changes.md"), report);

    assertThat(Comparison.message(open)).isEmpty();
  }

  @Test
  void messageNamesEachChangeAndTheRemedy() {
    assertThat(Comparison.message(List.of("1 DELETE /a: operation is gone", "1 A: class is gone")))
        .isEqualTo(
            "These changes since the release break programs. Undo each, or list it in"
                + " spec/ACKNOWLEDGED.md with the reason:\n- 1 DELETE /a: operation is gone\n- 1 A:"
                + " class is gone");
  }

  @Test
  void aRemovedOperationBreaks() throws IOException {
    int delete = DOCUMENT.indexOf("    delete:");
    String without =
        DOCUMENT.substring(0, delete) + DOCUMENT.substring(DOCUMENT.indexOf("components:"));

    assertThat(Comparison.of("1", DOCUMENT, without).unacknowledged(""))
        .containsExactly("1 DELETE /things/{id}: operation is gone");
  }

  @Test
  void aPropertyGoneFromAResponseBreaks() throws IOException {
    String without =
        DOCUMENT
            .replace("required: [id, name]", "required: [id]")
            .replace("        name: {type: string}\n", "");

    assertThat(Comparison.of("1", DOCUMENT, without).unacknowledged(""))
        .containsExactly("1 Thing.name: property is gone");
  }

  @Test
  void aPropertyThatMayBeNullNowBreaks() throws IOException {
    String nullable =
        DOCUMENT.replace("name: {type: string}", "name: {type: string, nullable: true}");

    assertThat(Comparison.of("1", DOCUMENT, nullable).unacknowledged(""))
        .containsExactly("1 Thing.name: may now be null");
  }

  @Test
  void anAcknowledgedChangeIsAccepted() throws IOException {
    String without =
        DOCUMENT
            .replace("required: [id, name]", "required: [id]")
            .replace("        name: {type: string}\n", "");
    String acknowledged = "- 1 Thing.name: property is gone. Never sent.\n";

    assertThat(Comparison.of("1", DOCUMENT, without).unacknowledged(acknowledged)).isEmpty();
  }

  @Test
  void anAddedQueryParameterIsCompatible() throws IOException {
    String added =
        DOCUMENT.replaceFirst(
            "    parameters:\n",
            "    parameters:\n        - {name: dir, in: query, schema: {type: string}}\n");
    Comparison comparison = Comparison.of("1", DOCUMENT, added);

    assertThat(comparison.breaking()).isEmpty();
    assertThat(comparison.report()).contains("All compatible.").contains("dir");
  }

  @Test
  void noChangeIsReportedAsNone() throws IOException {
    assertThat(Comparison.of("1", DOCUMENT, DOCUMENT).report())
        .isEqualTo("# Changes of 1 since the released baseline\n\nNone.\n");
  }

  private static String bundle(String version) throws IOException {
    try (InputStream stream =
        ReleasedBaselineTest.class.getResourceAsStream("/openapi/extend-" + version + ".yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
