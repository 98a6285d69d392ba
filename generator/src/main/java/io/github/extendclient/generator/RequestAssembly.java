package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Generates the request of an operation whose arguments Retrofit cannot send unchanged (forms,
 * optional headers, lists with separators, bodies that are not JSON): default methods assemble it,
 * and call a method that Retrofit implements with its parts.
 */
final class RequestAssembly {
  private final BodyKind body;
  private final String contentType;
  private final List<Argument> required;
  private final Imports imports;

  /**
   * Creates the assembly of one operation.
   *
   * @param body the kind of the body
   * @param contentType the media type of the body
   * @param required the required arguments, the body last
   * @param imports the imports of the file
   */
  RequestAssembly(BodyKind body, String contentType, List<Argument> required, Imports imports) {
    this.body = body;
    this.contentType = contentType;
    this.required = required;
    this.imports = imports;
  }

  /**
   * Returns the statements of a default method.
   *
   * @param call the start of the sending call, such as {@code return list(}
   * @param params the name of the argument with the optional parameters; empty if there are none
   */
  List<String> statements(String call, String params) {
    String type = imports.use(INTERNAL + "RequestParameters");
    List<String> additions = new ArrayList<>();
    required.stream()
        .filter(argument -> argument.kind() == Argument.Kind.ADDED)
        .forEach(argument -> additions.add("." + argument.addition()));
    if (!params.isEmpty()) {
      additions.add(".and(" + params + ")");
    }
    String request = free("request", params);
    List<String> values = new ArrayList<>();
    inPath().forEach(argument -> values.add(argument.name()));
    switch (body) {
      case MULTIPART -> values.add(request + ".parts()");
      case FORM -> values.add(request + ".fields()");
      case JSON -> values.add(body().name());
      case TEXT, BINARY ->
          values.add(type + ".body(" + body().name() + ", " + Literals.text(contentType) + ")");
      case NONE -> {}
    }
    values.add(request + ".query()");
    values.add(request + ".headers()");
    return List.of(
        Layout.assignedChain(4, type + " " + request + " =", "new " + type + "()", additions, ";"),
        Layout.call(4, call, values, ");"));
  }

  /** Returns the arguments of the method that Retrofit implements. */
  List<Argument> parts() {
    List<Argument> arguments = new ArrayList<>(inPath());
    JavaType strings = JavaType.mapOf(JavaType.STRING);
    switch (body) {
      case MULTIPART ->
          arguments.add(
              part(
                  "Part",
                  JavaType.listOf(JavaType.of("okhttp3.MultipartBody.Part")),
                  "parts",
                  "parts of the form"));
      case FORM ->
          arguments.add(
              part(
                  "FieldMap(encoded = true)",
                  strings,
                  "fields",
                  "fields of the form, percent-encoded"));
      case JSON -> arguments.add(body());
      case TEXT, BINARY ->
          arguments.add(
              part("Body", JavaType.of("okhttp3.RequestBody"), "body", "body of the request"));
      case NONE -> {}
    }
    arguments.add(
        part("QueryMap(encoded = true)", strings, "query", "query parameters, percent-encoded"));
    arguments.add(part("HeaderMap", strings, "headers", "headers by name"));
    return arguments;
  }

  private Argument part(String annotation, JavaType type, String name, String doc) {
    String simple = annotation.replaceAll("\\(.*", "");
    String use =
        "@" + imports.use("retrofit2.http." + simple) + annotation.substring(simple.length());
    Set<String> taken = new TreeSet<>();
    inPath().forEach(argument -> taken.add(argument.name()));
    return Argument.sent(use + " ", type.in(imports), Names.free(name, taken), doc);
  }

  private List<Argument> inPath() {
    return required.stream().filter(argument -> argument.kind() == Argument.Kind.PATH).toList();
  }

  private Argument body() {
    return required.get(required.size() - 1);
  }

  private String free(String name, String params) {
    Set<String> taken = new TreeSet<>(List.of(params));
    required.forEach(argument -> taken.add(argument.name()));
    return Names.free(name, taken);
  }
}
