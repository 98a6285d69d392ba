package io.github.extendclient.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows on small bad documents that every rule finds what it is for, and what it says then. */
class RulesFireTest {

  private record Case(SpecSource source, String finding) {}

  private static final String OPERATION =
      """
      paths:
        /things/{id}:
          parameters:
            - $ref: 'parameters.yaml#/parameters/ApiVersion'
            - $ref: 'parameters.yaml#/parameters/WorkspaceId'
          get:
            summary: Get a thing
            description: Reads a thing.
            externalDocs:
              url: https://example.com/things
            operationId: things_retrieve
            tags: [Things]
            x-extend-method: retrieve
            x-extend-idempotent: true
            x-extend-run-category: GET
            parameters:
              - name: id
                in: path
                description: ID of the thing.
                required: true
                x-extend-id: [th_]
                schema:
                  type: string
                  minLength: 1
                  maxLength: 255
            responses:
              '200':
                description: The thing.
                content:
                  application/json:
                    schema:
                      $ref: '#/schemas/Thing'
                    examples:
                      found:
                        value:
                          name: x
              '400': {}
              '401': {}
              '403': {}
              '404': {}
              '429': {}
              '500': {}
      schemas:
        Thing:
          type: object
          description: A thing.
          properties:
            name:
              type: string
              description: Its name.
      """;

  private static final String UPLOAD =
      """
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              title: Upload
              required: [file, kind]
              properties:
                file: {type: string, format: binary}
                kind: {type: string}
      """;

  private static SpecSource schemas(String yaml) {
    return SpecSource.of("bad.yaml", "schemas:\n" + yaml.indent(2));
  }

  private static SpecSource operation(String old, String replacement) {
    assertThat(OPERATION).contains(old);
    return SpecSource.of("bad.yaml", OPERATION.replace(old, replacement));
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put(
        "references resolve",
        new Case(
            schemas("A:\n  description: a\n  allOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A/allOf/0: `#/schemas/B` leads nowhere. Fix: correct the file or the"
                + " name."));
    cases.put(
        "references stand alone",
        new Case(
            schemas("A:\n  $ref: '#/schemas/A'\n  nullable: true"),
            "bad.yaml#/schemas/A: what stands beside `$ref` is ignored. Fix: write description and"
                + " allOf with the one reference, or the oneOf with null."));
    cases.put(
        "schema names are usable and unique",
        new Case(
            schemas("Enum:\n  type: string"),
            "bad.yaml#/schemas/Enum: `Enum` is no usable name of a schema. Fix: choose a name in"
                + " PascalCase that Java, Retrofit and YAML leave free."));
    cases.put(
        "schema names are what a person would type",
        new Case(
            schemas("RunStatusStatus:\n  type: string"),
            "bad.yaml#/schemas/RunStatusStatus: `RunStatusStatus` is made of a path, or repeats or"
                + " shortens a word. Fix: say each word once: the type is named."));
    cases.put(
        "enums differ in their values",
        new Case(
            schemas("A:\n  enum: [x, y]\nB:\n  enum: [y, x]"),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "unions differ in their members",
        new Case(
            schemas(
                """
                A:
                  oneOf:
                    - $ref: '#/schemas/C'
                    - $ref: '#/schemas/D'
                B:
                  oneOf:
                    - $ref: '#/schemas/D'
                    - $ref: '#/schemas/C'
                """),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "objects differ in properties",
        new Case(
            schemas(
                """
                A:
                  required: [x]
                  properties:
                    x: {type: string, description: One thing., x-extend-id: [a_]}
                B:
                  properties:
                    x: {type: string, description: Another.}
                C:
                  properties:
                    x: {type: string, nullable: true}
                """),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "null is written in one of two ways",
        new Case(
            schemas("A:\n  nullable: true\n  allOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A: `nullable` without `type` has no effect. Fix: write oneOf with the"
                + " reference and {type: object, nullable: true, enum: [null]}."));
    cases.put(
        "objects and enums are named",
        new Case(
            schemas("A:\n  type: array\n  items:\n    type: object\n    properties: {}"),
            "bad.yaml#/schemas/A/items: an object without a name gets an invented one. Fix: move it"
                + " under schemas and refer to it."));
    cases.put(
        "an object has properties or is a map",
        new Case(
            schemas("A:\n  type: object\n  properties: {}\n  additionalProperties: true"),
            "bad.yaml#/schemas/A: `properties` beside `additionalProperties` turns the object into a"
                + " map. Fix: keep one of them."));
    cases.put(
        "numbers say their format",
        new Case(
            schemas("A:\n  type: integer"),
            "bad.yaml#/schemas/A: `integer` has the format ``. Fix: integer takes int32 or int64,"
                + " number takes double."));
    cases.put(
        "texts have only formats that are read",
        new Case(
            schemas("A:\n  type: string\n  format: uuid"),
            "bad.yaml#/schemas/A: `string` has the format `uuid`. Fix: a string takes date-time, the"
                + " file of a multipart body binary, anything else none."));
    cases.put(
        "every schema is described",
        new Case(
            schemas("A:\n  type: string"),
            "bad.yaml#/schemas/A: there is no description. Fix: say what it is for."));
    cases.put(
        "enum values are described",
        new Case(
            schemas("A:\n  type: string\n  enum: [x, y]\n  x-enum-descriptions: [First.]"),
            "bad.yaml#/schemas/A: 2 values have 1 descriptions. Fix: give x-enum-descriptions one"
                + " entry for each value, in the same order."));
    cases.put(
        "required properties are declared",
        new Case(
            schemas("A:\n  type: object\n  required: [x]\n  properties: {}"),
            "bad.yaml#/schemas/A: `x` is required but not declared. Fix: declare or drop it."));
    cases.put(
        "property names can stand in quotes",
        new Case(
            schemas("A:\n  type: object\n  properties:\n    'a\"b': {}"),
            "bad.yaml#/schemas/A: the property `a\"b` cannot stand in quotes. Fix: leave it to the"
                + " unknown properties: templates do not escape names."));
    cases.put(
        "property names do not clash in Java",
        new Case(
            schemas("A:\n  type: object\n  properties:\n    a-b: {}\n    aB: {}"),
            "bad.yaml#/schemas/A: `a-b` and `aB` get the same Java name. Fix: map one of them in the"
                + " generator's configuration and note it in this rule."));
    cases.put(
        "no composition but oneOf and a described reference",
        new Case(
            schemas("A:\n  anyOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A: `anyOf` is not understood by all generators. Fix: use oneOf of"
                + " named objects, or allOf with one reference to describe it."));
    cases.put(
        "members of a union are named objects",
        new Case(
            schemas("A:\n  oneOf:\n    - $ref: '#/schemas/B'\nB:\n  type: string"),
            "bad.yaml#/schemas/A: `#/schemas/B` is not a named object. Fix: list the objects"
                + " themselves, also those of an inner union."));
    cases.put(
        "an object is a member of at most four unions",
        new Case(
            schemas(
                "A:\n  properties: {}\n"
                    + Stream.of("B", "C", "D", "E", "F")
                        .map(name -> name + ":\n  oneOf:\n    - $ref: '#/schemas/A'\n")
                        .collect(Collectors.joining())),
            "bad.yaml#/schemas/A: it is a member of [B, C, D, E, F]. Fix: give unions with equal"
                + " members one name."));
    cases.put(
        "a tag without a discriminator is a constant of the members",
        new Case(
            schemas(
                "A:\n  x-extend-tag: type\n  oneOf:\n    - $ref: '#/schemas/B'\nB:\n  properties: {}"),
            "bad.yaml#/schemas/A: `#/schemas/B` has no constant `type`. Fix: declare it there,"
                + " required, as an enum of one value."));
    cases.put(
        "a discriminator maps every tag to a member that declares it",
        new Case(
            schemas(
                """
                A:
                  oneOf:
                    - $ref: '#/schemas/B'
                  discriminator:
                    propertyName: type
                    mapping:
                      b: '#/schemas/B'
                B:
                  type: object
                  properties:
                    type:
                      type: string
                """),
            "bad.yaml#/schemas/A: `#/schemas/B` does not require `type` to be `b`. Fix: declare the"
                + " property there, required, with this value in its enum."));
    operationCases(cases);
    extensionCases(cases);
    textCases(cases);
    return cases;
  }

  private static void operationCases(Map<String, Case> cases) {
    String at = "bad.yaml#/paths/~1things~1{id}/get: ";
    cases.put(
        "an operation ID is resource_verb, and its tag says the same",
        new Case(
            operation("tags: [Things]", "tags: [Stuff]"),
            at + "the tags are [\"Stuff\"]. Fix: give it the one tag `Things`."));
    cases.put(
        "operation IDs are unique",
        new Case(
            SpecSource.of("a.yaml", OPERATION).and("bad.yaml", OPERATION),
            at + "`things_retrieve` is used twice. Fix: choose another verb."));
    cases.put(
        "an operation has summary, description and page",
        new Case(
            operation("summary: Get a thing", "summary: Gets a thing."),
            at
                + "the summary is `Gets a thing.`. Fix: write up to 60 characters without a full"
                + " stop."));
    cases.put(
        "an operation takes the version and workspace headers",
        new Case(
            operation("WorkspaceId", "Other"),
            at
                + "the header parameter WorkspaceId is missing. Fix: refer to"
                + " parameters.yaml#/parameters/WorkspaceId."));
    cases.put(
        "an operation lists its responses",
        new Case(
            operation("'429': {}", ""),
            at + "there is no response 429. Fix: add it, from errors.yaml if it is an error."));
    cases.put(
        "request and response have named examples",
        new Case(
            operation("examples:", "x-none:"),
            at
                + "request or response have no examples. Fix: add a named one under"
                + " content.*.examples."));
    cases.put(
        "parameters are described",
        new Case(
            operation("x-extend-id: [th_]", "x-none: [th_]"),
            at
                + "the path parameter `id` does not say which IDs it takes. Fix: add x-extend-id,"
                + " minLength 1 and maxLength 255."));
    cases.put(
        "bodies are named",
        new Case(
            operation("tags: [Things]", "tags: [Things]\n      requestBody: {}"),
            at + "the body is optional. Fix: require it: an empty object is a body."));
    cases.put(
        "an upload takes one file and something optional",
        new Case(
            operation("tags: [Things]", "tags: [Things]\n" + UPLOAD.indent(6).stripTrailing()),
            at
                + "the upload takes 1 files and 0 optional values. Fix: the templates need one file,"
                + " and an optional text or query parameter beside it."));
  }

  private static void extensionCases(Map<String, Case> cases) {
    String at = "bad.yaml#/paths/~1things~1{id}/get: ";
    cases.put(
        "extensions are known and well formed",
        new Case(
            schemas("A:\n  x-extend-id: th_"),
            "bad.yaml#/schemas/A: `x-extend-id: \"th_\"` is not an extension of this project. Fix:"
                + " see the table of extensions in the README."));
    cases.put(
        "method, idempotence and category are stated",
        new Case(
            operation("x-extend-idempotent: true", "x-none: true"),
            at + "`x-extend-idempotent` is not stated. Fix: state it."));
    cases.put(
        "a list with a token pages",
        new Case(
            operation("      name:\n        type", "      nextPageToken:\n        type"),
            at
                + "`x-extend-page` does not fit the response. Fix: name the array of items and the"
                + " token, and mark both with x-extend-page-items and -token."));
    cases.put(
        "a poll names what exists",
        new Case(
            operation("x-extend-method:", "x-extend-poll: {retrieve: read, id: id}\n      x-a:"),
            at
                + "`x-extend-poll` names what does not exist. Fix: retrieve is a verb of the same"
                + " tag, id a property of the response, answer a schema."));
    cases.put(
        "a status enum says which values are pending",
        new Case(
            schemas("A:\n  type: string\n  enum: [PROCESSING, DONE]"),
            "bad.yaml#/schemas/A: `x-extend-pending` is []. Fix: list the values of the enum after"
                + " which a run goes on."));
    cases.put(
        "secrets are marked",
        new Case(
            schemas("A:\n  type: object\n  properties:\n    password:\n      type: string"),
            "bad.yaml#/schemas/A/properties/password: `password` would be printed. Fix: add"
                + " x-extend-secret: true."));
  }

  private static void textCases(Map<String, Case> cases) {
    cases.put(
        "texts are safe in Javadoc",
        new Case(
            schemas("A:\n  description: ends */ here"),
            "bad.yaml#/schemas/A/description: the text holds `*/`, `{@`, `<`, `>`, `&` or a line that"
                + " starts with `@`. Fix: say it in words."));
    cases.put(
        "nothing is left to write",
        new Case(
            schemas("A:\n  description: TODO"),
            "bad.yaml#/schemas/A/description: the text is not written. Fix: write it."));
    cases.put(
        "the root document is an index",
        new Case(
            SpecSource.of("openapi.yaml", "paths:\n  /things:\n    get: {}"),
            "openapi.yaml#/paths/~1things: the definition stands in the index. Fix: move it to the"
                + " file of its resource and refer to it."));
    cases.put(
        "files are short and plain",
        new Case(
            SpecSource.of("bad.yaml", "a: &x 1\nb: *x"),
            "bad.yaml#: there is an anchor or alias. Fix: write it out."));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleFindsItsBreach() {
    return SpecLintTest.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(rule.check().apply(cases().get(rule.name()).source()))
                            .extracting(Finding::toString)
                            .containsExactly(cases().get(rule.name()).finding())));
  }

  @TestFactory
  Stream<DynamicTest> noRuleObjectsToAGoodOperation() {
    return SpecLintTest.rules().stream()
        .filter(rule -> !rule.name().equals("references resolve"))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(rule.check().apply(SpecSource.of("good.yaml", OPERATION)))
                            .isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SortByEnum",
        "ParseRunStatusStatus",
        "PageRangesItem",
        "ParseRunCreateRequestFile",
        "ParseRunsCreateRequest",
        "ClassifierRef",
        "SortDir"
      })
  void aNameMadeByAMachineIsFound(String name) {
    assertThat(NameRules.rules().get(0).check().apply(schemas(name + ":\n  type: string")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EvaluationSetItem", "Directory", "EnumValue"})
  void aNameThatAPersonChoseIsNotFound(String name) {
    assertThat(NameRules.rules().get(0).check().apply(schemas(name + ":\n  type: string")))
        .isEmpty();
  }

  @Test
  void everyRuleHasACase() {
    assertThat(cases().keySet())
        .containsExactlyInAnyOrderElementsOf(
            SpecLintTest.rules().stream().map(Rule::name).toList());
  }
}
