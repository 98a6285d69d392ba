package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;

/**
 * Determines the name and the annotations of an operation, from its extensions or by convention.
 */
final class OperationNames {
  private OperationNames() {}

  /**
   * Returns the name of the method: {@code x-extend-method}, or the part of the ID after the
   * resource.
   */
  static String method(String operationId, Map<String, Object> extensions) {
    Object named = extensions == null ? null : extensions.get("x-extend-method");
    if (named != null) {
      return named.toString();
    }
    String name = operationId.substring(operationId.lastIndexOf('_') + 1);
    return Literals.decapitalized(name.replaceAll("[^A-Za-z0-9]", ""));
  }

  /** Returns the annotation {@code @Operation}. */
  static String annotation(CodegenOperation operation, Imports imports) {
    Map<String, Object> extensions = operation.vendorExtensions;
    boolean reads = operation.httpMethod.equals("GET") || operation.httpMethod.equals("HEAD");
    boolean repeatable =
        reads || operation.httpMethod.equals("PUT") || operation.httpMethod.equals("DELETE");
    Object idempotent = extensions.getOrDefault("x-extend-idempotent", repeatable);
    Object category = extensions.getOrDefault("x-extend-run-category", reads ? "GET" : "WRITE");
    List<String> members = new ArrayList<>();
    members.add("id = " + Literals.text(operation.operationIdOriginal));
    members.add("idempotent = " + idempotent);
    members.add("category = " + imports.use(RUNTIME + "RateLimitCategory") + "." + category);
    if (extensions.containsKey("x-extend-timeout")) {
      members.add("timeout = " + Literals.text(extensions.get("x-extend-timeout").toString()));
    }
    return Layout.call(2, "@" + imports.use(RUNTIME + "Operation") + "(", members, ")");
  }

  /** Returns the annotation {@code @RunOperations}; null if the extension is absent. */
  static @Nullable String runOperations(CodegenOperation operation, Imports imports) {
    Object stated = operation.vendorExtensions.get("x-extend-run-operations");
    if (!(stated instanceof Map<?, ?> facts)) {
      return null;
    }
    String id = operation.operationIdOriginal;
    String resource = id.substring(0, id.lastIndexOf('_') + 1);
    List<String> members = new ArrayList<>();
    members.add("file = " + Literals.text(String.valueOf(facts.get("file"))));
    for (String verb : List.of("list", "retrieve", "cancel", "delete")) {
      if (facts.get(verb) != null) {
        members.add(verb + " = " + Literals.text(resource + facts.get(verb)));
      }
    }
    return Layout.call(2, "@" + imports.use(RUNTIME + "RunOperations") + "(", members, ")");
  }
}
