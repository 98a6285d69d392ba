package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kind of a request's body. */
enum BodyKind {
  NONE,
  JSON,
  TEXT,
  BINARY,
  MULTIPART,
  FORM;

  static BodyKind of(Operation operation) {
    String type = contentType(operation).toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      return NONE;
    }
    if (type.startsWith("multipart/")) {
      return MULTIPART;
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return FORM;
    }
    if (MediaTypes.isJson(type)) {
      return JSON;
    }
    return type.startsWith("text/") ? TEXT : BINARY;
  }

  /** Returns the media type of the body; empty if there is none. */
  static String contentType(Operation operation) {
    return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
        ? ""
        : operation.getRequestBody().getContent().keySet().iterator().next();
  }

  /**
   * Returns the media types of a successful response that is not JSON; empty if it is JSON or has
   * no body.
   */
  static List<String> acceptedBesidesJson(Operation operation) {
    Set<String> types = new LinkedHashSet<>();
    operation
        .getResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2") && response.getContent() != null) {
                types.addAll(response.getContent().keySet());
              }
            });
    return types.stream().anyMatch(MediaTypes::isJson) ? List.of() : List.copyOf(types);
  }
}
