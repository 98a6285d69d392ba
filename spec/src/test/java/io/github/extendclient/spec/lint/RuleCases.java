package io.github.extendclient.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small bad document for each rule, and the finding that the rule reports for it. */
final class RuleCases {

  record Case(SpecSource source, String finding) {}

  static final String OPERATION =
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

  static final String UPLOAD =
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

  static SpecSource schemas(String yaml) {
    return SpecSource.of("bad.yaml", "schemas:\n" + yaml.indent(2));
  }

  static SpecSource operation(String old, String replacement) {
    assertThat(OPERATION).contains(old);
    return SpecSource.of("bad.yaml", OPERATION.replace(old, replacement));
  }

  private RuleCases() {}

  static Map<String, Case> all() {
    Map<String, Case> cases = new LinkedHashMap<>();
    SchemaRuleCases.addTo(cases);
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
                + " tag, id a property of the response, response a schema."));
    cases.put(
        "a kind of run names its operations",
        new Case(
            operation(
                "x-extend-method:",
                "x-extend-run-operations: {file: file, list: list, retrieve: retrieve}\n      x-a:"),
            at
                + "`x-extend-run-operations` does not fit its operations. Fix: name the property"
                + " that takes the document, and the verbs of the same tag that list, retrieve,"
                + " cancel and delete its runs; leave out a verb that the tag does not have."));
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
        "a text names an operation by a mark",
        new Case(
            schemas("A:\n  description: See `GET /things/{id}`."),
            "bad.yaml#/schemas/A/description: `GET /things/{id}` is HTTP, which readers of a client"
                + " in another language do not see. Fix: write a mark such as"
                + " {operation:parseRuns_retrieve}."));
    cases.put(
        "a mark names an operation",
        new Case(
            operation("Reads a thing.", "Reads what {operation:things_create} made."),
            "bad.yaml#/paths/~1things~1{id}/get/description: `{operation:things_create}`"
                + " names no operation. Fix: write an operation ID."));
    cases.put(
        "a token is sent as it was received",
        new Case(
            schemas("A:\n  description: A percent-encoded token."),
            "bad.yaml#/schemas/A/description: `percent-encoded` is wrong in a client, which encodes"
                + " what it sends. Fix: say that the value is sent as it was received."));
    cases.put(
        "one thing has one word",
        new Case(
            schemas("A:\n  description: A presigned URL."),
            "bad.yaml#/schemas/A/description: `presigned` is another word for a thing that has one."
                + " Fix: write response, signed URL, previous API version."));
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
}
