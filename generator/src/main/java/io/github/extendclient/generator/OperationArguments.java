package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * The arguments of the methods of one operation: parts of the path, required parameters, and the
 * body. {@link OperationView} puts them into methods.
 */
final class OperationArguments {
  private final CodegenOperation operation;
  private final ParameterTypes types;
  private final BodyKind bodyKind;
  private final String modelPackage;
  private final FileContext file;
  private final List<Argument> required = new ArrayList<>();

  OperationArguments(
      CodegenOperation operation, Operation source, DocumentContext document, FileContext file) {
    this.operation = operation;
    this.types = new ParameterTypes(document, source);
    this.bodyKind = BodyKind.of(source);
    this.modelPackage = document.modelPackage();
    this.file = file;
    operation.pathParams.forEach(parameter -> required.add(path(parameter)));
    sent()
        .filter(parameter -> parameter.required)
        .forEach(parameter -> required.add(add(parameter)));
    if (operation.bodyParam != null) {
      required.add(body(operation.bodyParam));
    }
  }

  /** Returns the parameters that callers give, besides those in the path. */
  static Stream<CodegenParameter> sent(CodegenOperation operation) {
    return Stream.of(operation.formParams, operation.queryParams, operation.headerParams)
        .flatMap(List::stream)
        .filter(parameter -> !parameter.vendorExtensions.containsKey("x-extend-client-header"));
  }

  private Stream<CodegenParameter> sent() {
    return sent(operation);
  }

  /** Returns the required arguments in their order. */
  List<Argument> required() {
    return required;
  }

  boolean isOrWasRequired(CodegenParameter parameter) {
    return parameter.required
        || OnceRequired.of(operation.vendorExtensions).lists().stream()
            .anyMatch(list -> list.contains(parameter.baseName));
  }

  private Argument path(CodegenParameter parameter) {
    String ids = Annotations.idPrefix(parameter.vendorExtensions, file.imports());
    String path = retrofit("Path") + "(" + Literals.text(parameter.baseName) + ") ";
    return argument(
        Argument.Kind.PATH,
        (ids == null ? "" : ids + " ") + path,
        types.inPath(parameter),
        parameter,
        "");
  }

  private Argument add(CodegenParameter parameter) {
    String annotation = parameter.isHeaderParam ? "Header" : "Query";
    return argument(
        Argument.Kind.ADDED,
        retrofit(annotation) + "(" + Literals.text(parameter.baseName) + ") ",
        types.shown(parameter),
        parameter,
        types.addition(parameter, parameter.paramName, file.imports()));
  }

  private Argument argument(
      Argument.Kind kind,
      String annotations,
      JavaType type,
      CodegenParameter parameter,
      String addition) {
    String text = parameter.unescapedDescription;
    String doc =
        text == null || text.isBlank()
            ? "the parameter " + Markdown.code(parameter.baseName)
            : file.markdown().inline(text + Limits.of(parameter));
    return new Argument(
        kind, annotations, type.in(file.imports()), parameter.paramName, doc, addition);
  }

  private Argument body(CodegenParameter body) {
    JavaType type =
        switch (bodyKind) {
          case TEXT -> JavaType.STRING;
          case BINARY -> ParameterTypes.UPLOAD;
          default -> types.held(body);
        };
    String text = body.unescapedDescription;
    String doc = "body of the request";
    if (text != null && !text.isBlank()) {
      doc = file.markdown().inline(text);
    } else if (type.name().startsWith(modelPackage)) {
      doc = "see {@link " + type.in(file.imports()) + "}";
    }
    return Argument.sent(retrofit("Body") + " ", type.in(file.imports()), free("body"), doc);
  }

  /** Returns a name that no required argument has. */
  String free(String name) {
    Set<String> taken = new TreeSet<>();
    required.forEach(argument -> taken.add(argument.name()));
    return Names.free(name, taken);
  }

  /**
   * Returns the arguments that releases required; those of the same types were one method then too.
   *
   * @param method the name of the method
   */
  Collection<List<Argument>> onceRequired(String method) {
    Set<String> names = new TreeSet<>();
    sent().filter(parameter -> parameter.required).forEach(p -> names.add(p.baseName));
    Map<String, List<Argument>> found = new LinkedHashMap<>();
    OnceRequired.of(operation.vendorExtensions)
        .longerThan(names)
        .forEach(
            list -> {
              List<Argument> arguments = new ArrayList<>();
              operation.pathParams.forEach(parameter -> arguments.add(path(parameter)));
              sent()
                  .filter(parameter -> list.contains(parameter.baseName))
                  .forEach(parameter -> arguments.add(add(parameter)));
              required.stream()
                  .filter(argument -> argument.kind() == Argument.Kind.BODY)
                  .forEach(arguments::add);
              arguments.replaceAll(Argument::withoutAnnotations);
              found.putIfAbsent(OperationDoc.reference(method, arguments), arguments);
            });
    return found.values();
  }

  private String retrofit(String annotation) {
    return "@" + file.imports().use("retrofit2.http." + annotation);
  }
}
