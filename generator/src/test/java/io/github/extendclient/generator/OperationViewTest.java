package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationViewTest {
  @TempDir private Path folder;

  @Test
  void requiredIsPositionalAndOptionalIsInOneClass() {
    String api =
        api(
            """
            get:
              operationId: notes_list
              tags: [Notes]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: kind, in: query, required: true, schema: {type: string}}
                - {name: size, in: query, schema: {type: integer}}
              responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            """);

    assertThat(api)
        .contains(
            "@GET(\"notes/{id}\") List<String> list(@Path(\"id\") String id, @Query(\"kind\")"
                + " String kind);")
        .contains(
            "List<String> list( @Path(\"id\") String id, @Query(\"kind\") String kind,"
                + " @QueryMap(encoded = true) ListParams params);")
        .contains("CompletableFuture<List<String>> listAsync(")
        .contains("Call<List<String>> listCall(")
        .contains("public Builder size(@Nullable Long size)");
  }

  @Test
  void namesOfLocalsGiveWayToThoseOfParameters() {
    String api =
        api(
            """
            put:
              operationId: notes_replace
              tags: [Notes]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: request, in: query, required: true, schema: {type: string}}
                - {name: body, in: query, required: true, schema: {type: string}}
                - {name: params, in: query, required: true, schema: {type: string}}
                - {name: x, in: query, schema: {type: string}}
              requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
              responses: {'204': {description: Done.}}
            """);

    assertThat(api)
        .contains(
            "String request, String body, String params, String body_, ReplaceParams params_)")
        .contains("RequestParameters request_ =")
        .contains(".and(params_);");
  }

  @Test
  void emptyResponseIsVoid() {
    String api =
        api(
            """
            delete:
              operationId: notes_delete
              tags: [Notes]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
            """);

    assertThat(api)
        .contains("default void delete(String id) {")
        .contains("CompletableFuture<@Nullable Void> deleteAsync(String id)");
  }

  @Test
  void binaryResponseIsStreamed() {
    String api =
        api(
            """
            get:
              operationId: notes_content
              tags: [Notes]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: Bytes., content: {image/png: {schema: {type: string, format: binary}}}}}
            """);

    assertThat(api)
        .contains(
            "@Streaming @Headers(\"Accept: image/png\") @GET(\"notes/{id}\") ResponseBody content("
                + "@Path(\"id\") String id);");
  }

  @Test
  void textResponseIsAString() {
    String api =
        api(
            """
            get:
              operationId: notes_table
              tags: [Notes]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: Lines., content: {text/csv: {schema: {type: string}}}}}
            """);

    assertThat(api).contains("@Headers(\"Accept: text/csv\") @GET(\"notes/{id}\") String table(");
  }

  @Test
  void argumentThatAReleaseRequiredIsStillPositional() {
    String api =
        api(
            """
            get:
              operationId: notes_list
              x-extend-once-required: [[kind, size], [size]]
              tags: [Notes]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: kind, in: query, schema: {type: string}}
                - {name: size, in: query, required: true, schema: {type: integer, format: int32}}
              responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            """);

    assertThat(api)
        .contains(
            "default List<String> list(String id, String kind, Integer size) {"
                + " return list(id, size, ListParams.builder().kind(kind).build()); }")
        .contains(
            "default List<String> list(String id, String kind, Integer size, ListParams params) {"
                + " return list(id, size, params.toBuilder().kind(kind).build()); }")
        .contains(
            "default CompletableFuture<List<String>> listAsync(String id, String kind, Integer size) {")
        .contains("default Call<List<String>> listCall(String id, String kind, Integer size) {");
  }

  @Test
  void requiredArgumentsKeepTheirOrder() {
    String api =
        api(
            """
            get:
              operationId: notes_list
              x-extend-once-required: [[kind, size]]
              tags: [Notes]
              parameters:
                - {name: size, in: query, required: true, schema: {type: string}}
                - {name: kind, in: query, required: true, schema: {type: string}}
                - {name: id, in: path, required: true, schema: {type: string}}
              responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            """);

    assertThat(api)
        .contains(
            "List<String> list(@Path(\"id\") String id, @Query(\"kind\") String kind,"
                + " @Query(\"size\") String size);");
  }

  private String api(String operation) {
    return Generated.of(
            folder,
            "openapi: 3.0.3\ninfo: {title: T, version: v}\npaths:\n  /notes/{id}:\n"
                + operation.indent(4))
        .code("api/NotesApi.java");
  }
}
