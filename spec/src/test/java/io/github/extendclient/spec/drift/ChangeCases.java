package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Changes of the API, compatible and breaking, each with the expected report. */
final class ChangeCases {
  private ChangeCases() {}

  static List<Case> all() {
    return List.of(
        // Compatible.
        change(
            "new operation",
            d -> copyPath(d, "/files/{id}", "/files/{id}/pages", "get"),
            "GET /files/{id}/pages: new operation (adds to Java)"),
        change(
            "new resource",
            d -> copyPath(d, "/files/{id}", "/stamps", "get"),
            "GET /stamps: new operation (adds to Java)"),
        change(
            "new optional query parameter",
            d -> parameter(d, "/files/get", "query", "color", false),
            "GET /files query parameter color: new optional parameter (adds to Java)"),
        change(
            "new optional header",
            d -> parameter(d, "/files~1{id}/delete", "header", "X-Color", false),
            "DELETE /files/{id} header x-color: new optional parameter (adds to Java)"),
        change(
            "new optional property",
            d -> property(d, "File").putObject("color").put("type", "string"),
            "File.color: new optional property of type string (adds to Java)"),
        change(
            "new nullable property",
            d -> property(d, "File").putObject("color").put("type", "string").put("nullable", true),
            "File.color: new optional property of type string (adds to Java)"),
        change(
            "new required property of a response",
            d -> {
              property(d, "File").putObject("pages").put("type", "integer");
              required(d, "File").add("pages");
            },
            "File.pages: new required property of type integer (adds to Java)"),
        change(
            "new enum value",
            d -> ((ArrayNode) schema(d, "RunStatus").get("enum")).add("PAUSED"),
            "RunStatus: new value PAUSED (adds to Java)"),
        change(
            "new union member",
            d -> {
              ObjectNode stamp = schema(d, "FigureDetails").deepCopy();
              ((ObjectNode) stamp.at("/properties/type")).putArray("enum").add("stamp_details");
              schemas(d).set("StampDetails", stamp);
              ((ArrayNode) schema(d, "BlockDetails").get("oneOf"))
                  .addObject()
                  .put("$ref", "#/components/schemas/StampDetails");
              ((ObjectNode) schema(d, "BlockDetails").at("/discriminator/mapping"))
                  .put("stamp_details", "#/components/schemas/StampDetails");
            },
            "BlockDetails: new member stamp_details (adds to Java)"),
        change(
            "new webhook event",
            d -> {
              ObjectNode event = (ObjectNode) d.at("/x-webhooks/parse_run.processed").deepCopy();
              ((ObjectNode) event.at("/post/requestBody/content/application~1json"))
                  .putObject("schema")
                  .put("type", "object")
                  .putObject("properties")
                  .putObject("eventType")
                  .put("type", "string")
                  .putArray("enum")
                  .add("stamp.made");
              ((ObjectNode) d.get("x-webhooks")).set("stamp.made", event);
            },
            "event stamp.made: new webhook event (adds to Java)"),
        change(
            "other words",
            d -> {
              schema(d, "File").put("description", "Other words.");
              ((ObjectNode) property(d, "File").get("name")).put("example", "x.pdf");
            }),
        change(
            "another default",
            d -> ((ObjectNode) property(d, "File").get("name")).put("default", "x"),
            "File.name: default is \"x\", was none (changes documentation only)"),
        change(
            "a property of a response may be null",
            d -> ((ObjectNode) property(d, "File").get("name")).put("nullable", true),
            "File.name: may now be null (changes nullness, which Kotlin and null checkers see)"),
        change(
            "a property of a response becomes optional",
            d -> without(required(d, "File"), "name"),
            "File.name: is no longer required (changes nullness, which Kotlin and null checkers see)"),
        change(
            "a property of a request becomes optional",
            d -> without(required(d, "FileFromId"), "id"),
            "FileFromId.id: is no longer required (changes nullness, which Kotlin and null checkers see)"),
        change(
            "new error status",
            d ->
                ((ObjectNode) d.at("/paths/~1files/get/responses"))
                    .putObject("418")
                    .put("description", "x"),
            "GET /files response 418: new response (changes documentation only)"),
        change(
            "new error property",
            d -> property(d, "ApiError").putObject("hint").put("type", "string"),
            "ApiError.hint: new optional property of type string (adds to Java)"),
        change(
            "deprecated",
            d -> ((ObjectNode) d.at("/paths/~1files/get")).put("deprecated", true),
            "GET /files: is now deprecated (changes documentation only)"),
        // Breaking.
        change(
            "operation gone",
            d -> ((ObjectNode) d.at("/paths/~1files")).remove("get"),
            "GET /files: operation is gone (breaks Java)"),
        change(
            "parameter gone",
            d -> without(parameters(d, "/files/get"), "nameContains"),
            "GET /files query parameter nameContains: parameter is gone (breaks Java)"),
        change(
            "parameter now required",
            d -> named(parameters(d, "/files/get"), "nameContains").put("required", true),
            "GET /files query parameter nameContains: is now required (breaks Java)"),
        change(
            "new required parameter",
            d -> parameter(d, "/files/get", "query", "color", true),
            "GET /files query parameter color: new required parameter (breaks Java)"),
        change(
            "parameter written otherwise",
            d -> named(parameters(d, "/files/get"), "nameContains").put("style", "pipeDelimited"),
            "GET /files query parameter nameContains: is written as pipeDelimited, was form, exploded (breaks Java)"),
        change(
            "property gone",
            d -> {
              property(d, "File").remove("name");
              without(required(d, "File"), "name");
            },
            "File.name: property is gone (breaks Java)"),
        change(
            "property renamed",
            d -> {
              property(d, "File").set("title", property(d, "File").remove("name"));
              without(required(d, "File"), "name");
              required(d, "File").add("title");
            },
            "File.title: new required property of type string (adds to Java)",
            "File.name: property is gone (breaks Java)"),
        change(
            "type changed",
            d -> property(d, "File").putObject("name").put("type", "integer"),
            "File.name: type is integer, was string (breaks Java)"),
        change(
            "format changed",
            d -> property(d, "File").putObject("createdAt").put("type", "string"),
            "File.createdAt: type is string, was string (date-time) (breaks Java)"),
        change(
            "new required property of a request",
            d -> {
              property(d, "FileFromId").putObject("color").put("type", "string");
              required(d, "FileFromId").add("color");
            },
            "FileFromId.color: new required property of type string (breaks Java)"),
        change(
            "optional property of a request now required",
            d -> required(d, "FileFromUrl").add("name"),
            "FileFromUrl.name: is now required (breaks Java)"),
        change(
            "value gone",
            d -> without((ArrayNode) schema(d, "RunStatus").get("enum"), "FAILED"),
            "RunStatus: value FAILED is gone (breaks Java)"),
        change(
            "member gone",
            d -> {
              ArrayNode members = (ArrayNode) schema(d, "BlockDetails").get("oneOf");
              members.removeIf(member -> member.path("$ref").asText().endsWith("/FigureDetails"));
              ((ObjectNode) schema(d, "BlockDetails").at("/discriminator/mapping"))
                  .remove("figure_details");
            },
            "BlockDetails: member figure_details is gone (breaks Java)"),
        change(
            "webhook event gone",
            d -> ((ObjectNode) d.get("x-webhooks")).remove("parse_run.processed"),
            "event parse_run.processed: webhook event is gone (breaks Java)"),
        change(
            "response gone",
            d ->
                ((ObjectNode) d.at("/paths/~1files/get/responses"))
                    .set("204", ((ObjectNode) d.at("/paths/~1files/get/responses")).remove("200")),
            "GET /files response 204: new response (adds to Java)",
            "GET /files response 200: response is gone (breaks Java)"),
        change(
            "body gone",
            d -> ((ObjectNode) d.at("/paths/~1parse_runs/post")).remove("requestBody"),
            "POST /parse_runs request body: body is gone (breaks Java)"),
        change(
            "new required body",
            d ->
                ((ObjectNode) d.at("/paths/~1files~1{id}/delete"))
                    .set("requestBody", d.at("/paths/~1parse_runs/post/requestBody").deepCopy()),
            "DELETE /files/{id} request body: new required body (breaks Java)"),
        change(
            "media type changed",
            d -> {
              ObjectNode content =
                  (ObjectNode) d.at("/paths/~1files~1upload/post/requestBody/content");
              content.set("application/json", content.remove("multipart/form-data"));
            },
            "POST /files/upload request body: new media type application/json (adds to Java)",
            "POST /files/upload request body: media type multipart/form-data is gone (breaks Java)"),
        change(
            "items of another type",
            d ->
                ((ObjectNode) property(d, "Block").get("polygon"))
                    .putObject("items")
                    .put("type", "string"),
            "Block.polygon[]: type is string, was object (breaks Java)"));
  }

  private static ObjectNode schemas(ObjectNode document) {
    return (ObjectNode) document.at("/components/schemas");
  }

  private static ObjectNode schema(ObjectNode document, String name) {
    return (ObjectNode) schemas(document).get(name);
  }

  static ObjectNode property(ObjectNode document, String schema) {
    return (ObjectNode) schema(document, schema).get("properties");
  }

  private static ArrayNode required(ObjectNode document, String schema) {
    return (ArrayNode) schema(document, schema).get("required");
  }

  /** Removes a text, or a parameter of that name. */
  private static void without(ArrayNode list, String name) {
    list.removeIf(item -> item.asText().equals(name) || item.path("name").asText().equals(name));
  }

  private static ArrayNode parameters(ObjectNode document, String operation) {
    return (ArrayNode) document.at("/paths/~1" + operation.substring(1) + "/parameters");
  }

  static ObjectNode named(ArrayNode parameters, String name) {
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").asText().equals(name)) {
        return (ObjectNode) parameter;
      }
    }
    throw new IllegalArgumentException("There is no parameter " + name);
  }

  private static void parameter(
      ObjectNode document, String operation, String in, String name, boolean required) {
    ObjectNode parameter = parameters(document, operation).addObject();
    parameter.put("name", name).put("in", in).put("required", required);
    parameter.putObject("schema").put("type", "string");
  }

  private static void copyPath(ObjectNode document, String from, String to, String method) {
    ObjectNode paths = (ObjectNode) document.get("paths");
    paths.putObject(to).set(method, paths.get(from).get(method).deepCopy());
  }

  private static Case change(String name, Consumer<ObjectNode> change, String... expected) {
    return new Case(name, change, List.of(expected));
  }

  /** One change, made to our bundle. */
  record Case(String name, Consumer<ObjectNode> change, List<String> expected) {}
}
