package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.CookieParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final Operation operation =
      new Operation()
          .operationId("files_list")
          .responses(new ApiResponses().addApiResponse("204", new ApiResponse()));
  private final ObjectSchema schema = new ObjectSchema();
  private final OpenAPI document =
      new OpenAPI()
          .openapi("3.0.3")
          .paths(new Paths().addPathItem("/files/{id}", new PathItem().get(operation)))
          .components(new Components().addSchemas("File", schema));

  @Test
  void faithfulDocumentPasses() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void openApi31IsRefused() {
    document.setOpenapi("3.1.0");

    refused(
        "#/openapi: version 3.1.0 is not generated faithfully: write the document in OpenAPI"
            + " 3.0.3.");
  }

  @Test
  void cookieIsRefused() {
    operation.addParametersItem(new CookieParameter().name("session"));

    refused(
        "#/paths/~1files~1{id}/get/parameters/session: a cookie is not sent by the client: describe"
            + " it as a header.");
  }

  @Test
  void optionalBodyIsRefused() {
    operation.setRequestBody(new RequestBody());

    refused(
        "#/paths/~1files~1{id}/get/requestBody: an optional body has no form in Java: set required:"
            + " true, or leave the body out.");
  }

  @Test
  void responseOfTextIsRefused() {
    Content text = new Content().addMediaType("text/csv", new MediaType());
    operation.getResponses().addApiResponse("200", new ApiResponse().content(text));

    refused(
        "#/paths/~1files~1{id}/get/responses/200/content: a response of [text/csv] is read as"
            + " neither JSON nor bytes: describe it as {type: string, format: binary}.");
  }

  @Test
  void propertiesWithOneNameInJavaAreRefused() {
    schema.addProperty("page_count", new StringSchema());
    schema.addProperty("pageCount", new StringSchema());

    refused(
        "#/components/schemas/File/properties/pageCount: it has the same name in Java as"
            + " page_count: rename one of them.");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    document.setOpenapi("3.1.0");
    operation.setOperationId(null);

    refused(
        "#/openapi: version 3.1.0 is not generated faithfully: write the document in OpenAPI"
            + " 3.0.3.\n"
            + "api.yaml #/paths/~1files~1{id}/get: the operation has no operationId, from which its"
            + " method is named: add one.");
  }

  private void refused(String message) {
    assertThatThrownBy(this::check)
        .isInstanceOf(Refusal.class)
        .hasMessage("api.yaml " + message)
        .hasNoCause();
  }

  private void check() {
    Refusals.check(document, "api.yaml", new ExtendCodegen()::toVarName);
  }
}
