package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
  private static final String OPERATION = "#/paths/~1files~1{id}/put";
  private static final String LIST = "{type: array, items: {type: string}}";

  private static final String ID = "{name: id, in: path, required: true, schema: {type: string}}";

  private static final String RUN_RESPONSE =
      "{'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Run'}}}}}";

  @TempDir private Path folder;

  private String version = "3.0.3";
  private String parameters = "[]";
  private String body = "{type: string}";
  private String mediaType = "text/plain";
  private String responses = "{'204': {description: Done.}}";
  private String schemas = "{}";
  private String extension = "";
  private String paths = "";

  @Test
  void supportedDocumentPasses() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"3.1.0", "2.0"})
  void otherVersionsAreRefused(String other) {
    version = other;

    refused(
        "1 #/openapi: version "
            + other
            + " is not generated faithfully: write the document in OpenAPI 3.0.3.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          in: cookie, schema: {type: string} | a cookie is not sent by the client: describe it as a header.
          in: query, content: {application/json: {}} | a parameter with a media type is not written faithfully: give it a schema and a style.
          in: query, allowReserved: true, schema: {type: string} | reserved characters are always percent-encoded: leave allowReserved out.
          in: query | the parameter has no schema: add one.
          in: query, schema: {type: object} | an object in the query is written as a deepObject only: set style: deepObject.
          in: header, schema: {type: object} | an object is not written into a header: describe its properties as parameters.
          in: query, schema: {type: array, items: {type: object}} | a list in a parameter holds texts and numbers: describe it as a body.
          in: query, style: pipeDelimited, explode: true, schema: {type: array, items: {type: string}} | the style pipeDelimited has no form with explode: set explode: false.
          in: query, style: deepObject, schema: {type: object} | a deepObject is written by its properties: describe them as a schema of its own.
          in: query, style: deepObject, schema: {properties: {size: {type: array, items: {}}}} | how size is written within a deepObject is not defined: give it only properties that are texts, numbers or booleans.
          """)
  void parameterThatCannotBeWrittenIsRefused(String facts, String fault) {
    parameters = "[{name: x, " + facts + "}]";

    refused("5 " + OPERATION + "/parameters/x: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          in: path, style: matrix, schema: {type: string} | the style matrix is not written: leave the style out.
          in: path, schema: {type: string, format: byte} | base64 has slashes, which end a part of a path: use the query.
          """)
  void partOfAPathThatCannotBeWrittenIsRefused(String facts, String fault) {
    parameters = "[{name: id, required: true, " + facts + "}]";

    refused("5 " + OPERATION + "/parameters/id: " + fault);
  }

  @Test
  void parametersWithOneNameInJavaAreRefused() {
    parameters =
        "[{name: page-size, in: query, schema: {type: string}},"
            + " {name: page_size, in: query, schema: {type: string}}]";

    refused(
        "5 "
            + OPERATION
            + "/parameters/page_size: it has the same name in Java as page-size: name one of them"
            + " with x-extend-name.");
  }

  @Test
  void nameThatNoArgumentCanHaveIsRefused() {
    parameters = "[{name: '🎉', in: query, schema: {type: string}}]";

    refused(
        "5 "
            + OPERATION
            + "/parameters/🎉: Java permits no argument \"🎉\": name it with x-extend-name.");
  }

  @Test
  void statedNameTellsParametersApart() {
    parameters =
        "[{name: page-size, in: query, schema: {type: string}},"
            + " {name: page_size, in: query, x-extend-name: size, schema: {type: string}}]";

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/xml | {type: object} | /application~1xml: a body of application/xml is sent as text or bytes: describe it as {type: string}, with format: binary for bytes.
          multipart/form-data | {type: object} | /multipart~1form-data/schema: a form has named parts: describe it as an object with properties of its own.
          multipart/form-data | {properties: {a: {type: object}}} | /multipart~1form-data/schema/properties/a: free-form JSON has no class that writes it: give the part a schema.
          application/x-www-form-urlencoded | {properties: {a: {type: object}}} | /application~1x-www-form-urlencoded/schema/properties/a: an object has no form in such a form: use multipart/form-data.
          application/x-www-form-urlencoded | {properties: {a: {format: binary}}} | /application~1x-www-form-urlencoded/schema/properties/a: a file needs a form of parts: use multipart/form-data.
          """)
  void bodyThatCannotBeWrittenIsRefused(String type, String schema, String fault) {
    mediaType = type;
    body = schema;

    refused("6 " + OPERATION + "/requestBody/content" + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/csv | {type: object}
          text/csv | {type: string, enum: [a]}
          application/xml | {type: string}
          """)
  void responseOfUnsupportedTypeIsRefused(String type, String schema) {
    responses = "{'200': {content: {" + type + ": {schema: " + schema + "}}}}";

    refused(
        "7 "
            + OPERATION
            + "/responses/200/content: a response of ["
            + type
            + "] is read as neither JSON nor text nor bytes: describe it as {type: string, format:"
            + " binary}, or a media type text/... as {type: string}.");
  }

  @Test
  void successesWithDifferentBodiesAreRefused() {
    schemas = "{A: {type: object}, B: {type: object}}";
    responses =
        "{'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}},"
            + " '202': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}";

    refused(
        "7 "
            + OPERATION
            + "/responses: successes of [200, 202] have different bodies: give them one schema,"
            + " such as a union.");
  }

  @Test
  void operationWithoutSuccessIsRefused() {
    responses = "{'404': {description: Gone.}}";

    refused(
        "4 "
            + OPERATION
            + ": no response says what a success is: describe one with a status of 2xx.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {anyOf: [{type: object}]} | /anyOf: it does not say which member a value is: use oneOf.
          {not: {type: string}} | /not: Java cannot say what a value is not: describe what it is.
          {properties: {a: {anyOf: []}}} | /properties/a/anyOf: it does not say which member a value is: use oneOf.
          {type: string, format: binary} | : JSON holds no binary: give it the format byte, whose bytes are in base64.
          {type: array} | : the elements of the array have no schema: add items.
          {type: boolean, enum: [true]} | /enum: an enum of boolean values has no form in Java: give it the type string or integer, or leave the enum out.
          {type: string, enum: [a b, a-b]} | /enum/1: "a-b" has the same constant in Java as "a b": name the constants in x-enum-varnames.
          {type: object, discriminator: {propertyName: a}} | /discriminator: it does not say which classes there are: list them in oneOf, and leave the discriminator of the base out.
          {oneOf: [{type: string}, {type: object}]} | /oneOf/0: a member of a union is an object: wrap the value in one, or leave the schema out, so that it is free-form JSON.
          {properties: {page_count: {type: string}, pageCount: {type: string}}} | /properties/pageCount: it has the same name in Java as page_count: name one of them with x-extend-name.
          {properties: {a: {$ref: other.yaml#/A}}} | /properties/a: there is nothing at other.yaml#/A: correct the reference; it may lead into a file beside this one, but not to a server.
          """)
  void schemaWithoutFormInJavaIsRefused(String schema, String fault) {
    schemas = "{A: " + schema + "}";

    refused("8 #/components/schemas/A" + fault);
  }

  @Test
  void schemasWithOneNameInJavaAreRefused() {
    schemas = "{ParseRun: {type: object}, parse_run: {type: object}}";

    refused(
        "8 #/components/schemas/parse_run: it has the same name in Java as ParseRun: rename one of"
            + " them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {retrieve: read, id: id} | retrieve names FilesApi.read, which does not exist: correct it, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: get, id: key} | id names the property key, which the response does not have: correct it, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: get, id: id, createdIn: run} | createdIn names the property run, which the response does not have: correct it, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: get, id: id, foundIn: run} | foundIn names the property run, which the response does not have: correct it, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: text, id: id} | files_text returns another schema than files_put: name it in response, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: all, id: id} | files_all requires nothing, and a poll gives it the ID of the run alone: make the rest optional, or leave x-extend-poll out: callers then poll themselves.
          {retrieve: more, id: id} | files_more requires id and region, and a poll gives it the ID of the run alone: make the rest optional, or leave x-extend-poll out: callers then poll themselves.
          """)
  void pollWithoutMethodsThatWaitIsRefused(String poll, String fault) {
    pollOf("{properties: {id: {type: string}, status: {$ref: '#/components/schemas/State'}}}");
    extension = "x-extend-poll: " + poll + ", ";

    refused("4 " + OPERATION + "/x-extend-poll: " + fault);
  }

  @Test
  void pollOfAnObjectWithoutStateIsRefused() {
    pollOf("{properties: {id: {type: string}}}");
    extension = "x-extend-poll: {retrieve: get, id: id}, ";

    refused(
        "4 "
            + OPERATION
            + "/x-extend-poll: what files_get returns does not say whether the run goes on: list the"
            + " values of its status after which it does in x-extend-pending, or leave"
            + " x-extend-poll out: callers then poll themselves.");
  }

  @Test
  void pollByTheIdOfARunPasses() {
    pollOf("{properties: {id: {type: string}, status: {$ref: '#/components/schemas/State'}}}");
    extension = "x-extend-poll: {retrieve: get, id: id}, ";

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  /** An operation that makes a run, and others that read one. */
  private void pollOf(String run) {
    String region = "{name: region, in: query, required: true, schema: {type: string}}";
    responses = RUN_RESPONSE;
    schemas =
        "{Run: " + run + ", State: {type: string, enum: [GOING, DONE], x-extend-pending: [GOING]}}";
    paths =
        String.join(
            "\n",
            reading("get", ID, RUN_RESPONSE),
            reading("all", "", RUN_RESPONSE),
            reading("more", ID + ", " + region, RUN_RESPONSE),
            reading("text", ID, "{'200': {content: {text/csv: {schema: {type: string}}}}}"),
            "");
  }

  private static String reading(String method, String parameters, String responses) {
    return "  /%s: {get: {operationId: files_%s, tags: [Files], parameters: [%s], responses: %s}}"
        .formatted(parameters.isEmpty() ? method : method + "/{id}", method, parameters, responses);
  }

  @Test
  void faultInAnotherFileIsNamedThere() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "A:\n  anyOf: []\n");
    schemas = "{A: {$ref: 'other.yaml#/A'}}";

    assertThatThrownBy(this::check)
        .hasMessage("other.yaml:2 #/A/anyOf: it does not say which member a value is: use oneOf.");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    parameters = "[{name: a, in: cookie}, {name: tags, in: header, schema: " + LIST + "}]";
    schemas = "{A: {anyOf: []}}";

    refused(
        "5 "
            + OPERATION
            + "/parameters/a: a cookie is not sent by the client: describe it as a"
            + " header.",
        "8 #/components/schemas/A/anyOf: it does not say which member a value is: use oneOf.");
  }

  private void refused(String... faults) {
    List<String> lines = Arrays.stream(faults).map(fault -> "api.yaml:" + fault).toList();
    assertThatThrownBy(this::check)
        .isInstanceOf(Refusal.class)
        .hasMessage(String.join("\n", lines))
        .hasNoCause();
  }

  private void check() {
    Path file = folder.resolve("api.yaml");
    try {
      Files.writeString(
          file,
          String.join(
              "\n",
              "openapi: " + version,
              "paths:",
              "  /files/{id}: {parameters: [" + ID + "],",
              "    put: {operationId: files_put, tags: [Files], " + extension,
              "      parameters: " + parameters + ",",
              "      requestBody: {required: true, content: {"
                  + mediaType
                  + ": {schema: "
                  + body
                  + "}}},",
              "      responses: " + responses + "}}",
              paths + "components: {schemas: " + schemas + "}",
              ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SpecFile document = Objects.requireNonNull(SpecFile.read(file.toString()));
    try {
      Refusals.check(document, new CodegenNames(new ExtendCodegen()));
    } catch (Refusal refusal) {
      // The folder differs from run to run.
      String message = Objects.requireNonNull(refusal.getMessage());
      throw new Refusal(List.of(message.replace(folder + "/", "")));
    }
  }
}
