package io.github.extendclient.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * Generates a call of one operation with the examples of the document: all required parameters, and
 * the optional ones that have an example.
 */
final class OperationSample {
  /** The other variables of a sample. */
  private static final Set<String> TAKEN = Set.of("extend", "params", "request");

  private final CodegenOperation operation;
  private final OperationView view;
  private final Examples examples;
  private final ParameterTypes types;
  private final SampleValues values;
  private final String api;
  private final Imports imports;

  /**
   * Creates a sample.
   *
   * @param operation the operation
   * @param view its methods
   * @param source the operation in the document
   * @param document the context of the document
   * @param values writes examples in Java
   * @param api the qualified name of the interface
   * @param imports the imports of the file
   */
  OperationSample(
      CodegenOperation operation,
      OperationView view,
      Operation source,
      DocumentContext document,
      SampleValues values,
      String api,
      Imports imports) {
    this.operation = operation;
    this.view = view;
    this.examples = new Examples(source);
    this.types = new ParameterTypes(document, source);
    this.values = values;
    this.api = api;
    this.imports = imports;
  }

  public String id() {
    return operation.operationIdOriginal;
  }

  public String method() {
    return view.method();
  }

  /** Returns the lines of the sample; empty if a required parameter has no example. */
  public List<String> lines() {
    List<SampleCode> arguments = new ArrayList<>();
    for (CodegenParameter parameter : required()) {
      Optional<JsonNode> example = example(parameter);
      if (example.isEmpty()) {
        return List.of();
      }
      arguments.add(values.of(types.shown(parameter), example.get()));
    }
    StringBuilder statements = new StringBuilder();
    CodegenParameter body = operation.bodyParam;
    if (body != null) {
      JavaType type = types.held(body);
      name("request", type.in(imports), arguments.size() - 1, arguments, statements);
    }
    SampleCode params = params();
    if (params != null) {
      arguments.add(params);
      name("params", paramsType(), arguments.size() - 1, arguments, statements);
    }
    statements.append(call(arguments)).append(";");
    return statements.toString().lines().toList();
  }

  private List<CodegenParameter> required() {
    List<CodegenParameter> required = new ArrayList<>(operation.pathParams);
    sent().filter(parameter -> parameter.required).forEach(required::add);
    if (operation.bodyParam != null) {
      required.add(operation.bodyParam);
    }
    return required;
  }

  private Stream<CodegenParameter> sent() {
    return OperationArguments.sent(operation);
  }

  private Optional<JsonNode> example(CodegenParameter parameter) {
    if (parameter.isBodyParam) {
      return examples.body();
    }
    if (parameter.isFormParam) {
      return examples
          .body()
          .map(body -> body.path(parameter.baseName))
          .filter(part -> !(part instanceof MissingNode));
    }
    return examples.parameter(parameter.baseName);
  }

  /** Moves a long argument to a variable. */
  private static void name(
      String name, String type, int index, List<SampleCode> arguments, StringBuilder statements) {
    SampleCode argument = arguments.get(index);
    String line = argument.onOneLine();
    if (line == null || line.length() > SampleCode.WIDTH / 2) {
      statements.append(assigned(type + " " + name, argument)).append(";\n");
      arguments.set(index, new SampleCode.Word(name));
    }
  }

  private static String assigned(String variable, SampleCode value) {
    String line = value.onOneLine();
    String head = variable + " =";
    return line != null && head.length() + 1 + line.length() < SampleCode.WIDTH
        ? head + " " + line
        : head + "\n    " + value.at(4, 4);
  }

  private String paramsType() {
    return imports.use(api) + "." + Literals.capitalized(view.method()) + "Params";
  }

  private @Nullable SampleCode params() {
    List<SampleCode> calls = new ArrayList<>();
    sent()
        .filter(parameter -> !parameter.required)
        .filter(parameter -> !parameter.vendorExtensions.containsKey("x-extend-page-token"))
        .forEach(
            parameter ->
                example(parameter)
                    .ifPresent(
                        example ->
                            calls.add(
                                new SampleCode.Call(
                                    "." + parameter.paramName,
                                    values.of(types.shown(parameter), example)))));
    if (calls.isEmpty()) {
      return null;
    }
    calls.add(new SampleCode.Call(".build"));
    return new SampleCode.Chain(new SampleCode.Call(paramsType() + ".builder"), calls);
  }

  private String call(List<SampleCode> arguments) {
    String simple = api.substring(api.lastIndexOf('.') + 1);
    String accessor = Literals.decapitalized(simple.replaceAll("Api$", ""));
    SampleCode call = new SampleCode.Call("extend." + accessor + "()." + view.method(), arguments);
    JavaType response = view.response();
    boolean named = !operation.httpMethod.equals("DELETE") && !response.name().endsWith(".Void");
    return named
        ? assigned(variableType(response) + " " + variable(response), call)
        : call.at(0, 0);
  }

  private String variableType(JavaType response) {
    return new JavaType(response.name(), response.arguments(), false).in(imports);
  }

  private String variable(JavaType response) {
    if (operation.vendorExtensions.containsKey("x-extend-page")) {
      return "page";
    }
    String simple = response.name().substring(response.name().lastIndexOf('.') + 1);
    String name = Literals.decapitalized(simple);
    boolean isFree = !SourceVersion.isKeyword(name) && !TAKEN.contains(name);
    return isFree && !simple.endsWith("Response") && response.arguments().isEmpty()
        ? name
        : "response";
  }
}
