package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.Locale;

/** What kind of body a request has. */
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
    if (type.contains("json")) {
      return JSON;
    }
    return type.startsWith("text/") ? TEXT : BINARY;
  }

  /** The media type of the body; empty if there is none. */
  static String contentType(Operation operation) {
    return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
        ? ""
        : operation.getRequestBody().getContent().keySet().iterator().next();
  }

  boolean isForm() {
    return this == MULTIPART || this == FORM;
  }
}
