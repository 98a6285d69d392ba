package io.github.extendclient.spec.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The specification agrees with the facts, except for the decided differences. */
class ConformanceTest {

  /** A decided difference; a star in {@code difference} stands for any text. */
  private record Decision(String difference, String reason) {
    boolean covers(String line) {
      String pattern =
          Stream.of(difference.split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return line.matches(pattern);
    }
  }

  private static List<Decision> decisions() throws IOException {
    var decisions = new ArrayList<Decision>();
    try (InputStream stream = ConformanceTest.class.getResourceAsStream("/facts/decided.yaml")) {
      for (JsonNode entry : new YAMLMapper().readTree(stream)) {
        for (JsonNode difference : entry.path("differences")) {
          decisions.add(new Decision(difference.asText(), entry.path("reason").asText()));
        }
      }
    }
    return decisions;
  }

  private static List<String> differences() {
    return Stream.of("2026-02-09", "2025-04-21")
        .flatMap(
            version ->
                Conformance.differences(FactTable.of(version), SpecTable.of(version)).stream()
                    .map(line -> version + " " + line))
        .toList();
  }

  @Test
  void everyDifferenceIsDecided() throws IOException {
    List<Decision> decisions = decisions();

    assertThat(differences().stream().filter(d -> decisions.stream().noneMatch(x -> x.covers(d))))
        .as("differences that decided.yaml does not explain")
        .isEmpty();
  }

  @Test
  void everyDecisionIsStillNeededAndHasAReason() throws IOException {
    List<String> differences = differences();

    assertThat(decisions())
        .allSatisfy(
            decision -> {
              assertThat(decision.reason()).isNotBlank();
              assertThat(differences).as(decision.difference()).anyMatch(decision::covers);
            });
  }

  @Test
  void aDifferenceOfEachKindIsFound() throws IOException {
    var yaml = new YAMLMapper();
    JsonNode facts =
        yaml.readTree(
            """
            operations:
              - {method: GET, path: /gone, errors: []}
              - method: POST
                path: /things
                deprecated: false
                pathParams: []
                query: [{name: dir, type: Dir, required: false}]
                requestBody: null
                response: {type: Thing}
                errors: [404]
            types:
              Dir: {kind: enum, values: [asc, desc]}
              Thing:
                kind: object
                fields:
                  - {name: id, type: string, required: true, nullable: false, facts: [id prefix th_]}
                  - {name: size, type: integer, required: false, nullable: false}
            """);
    JsonNode spec =
        yaml.readTree(
            """
            paths:
              /things:
                post:
                  operationId: things_create
                  deprecated: true
                  parameters: []
                  responses:
                    '200':
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Thing'
            components:
              schemas:
                Dir:
                  enum: [asc]
                Thing:
                  properties:
                    id:
                      type: integer
                      nullable: true
            """);

    assertThat(
            Conformance.differences(
                new FactTable(facts, new SchemaNames(Map.of())), new SpecTable(spec)))
        .containsExactly(
            "GET /gone: operation is missing",
            "POST /things: deprecated is true, not false",
            "POST /things query: property dir is missing",
            "POST /things: status 404 is missing",
            "Dir: value desc is missing",
            "Thing: property size is missing",
            "Thing.id: type is integer, not string",
            "Thing.id: required is false, not true",
            "Thing.id: ID prefix th_ is missing",
            "Thing.id: nullable is true, not false");
  }

  @Test
  void additionsAreFactsToo() throws IOException {
    var yaml = new YAMLMapper();
    JsonNode facts =
        yaml.readTree(
            """
            types:
              Old: {kind: object, fields: []}
              Dir: {kind: enum, values: [asc]}
              Thing: {kind: object, fields: [{name: id, type: Old}]}
            """);
    new Additions(facts)
        .add(
            yaml.readTree(
                """
                removed: [Old]
                properties:
                  Thing: {id: required string, size: integer}
                  New: {name: string}
                values:
                  Dir: [desc]
                members:
                  Event: {thing: Thing}
                """));
    JsonNode spec =
        yaml.readTree(
            """
            components:
              schemas:
                Dir: {enum: [asc]}
                Thing: {properties: {id: {type: string}}}
                Event: {oneOf: []}
            """);

    assertThat(
            Conformance.differences(
                new FactTable(facts, new SchemaNames(Map.of())), new SpecTable(spec)))
        .containsExactly(
            "schemas: schema New is missing",
            "Dir: value desc is missing",
            "Thing: property size is missing",
            "Thing.id: required is false, not true",
            "Event: member Thing is missing");
  }
}
