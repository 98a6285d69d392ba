package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * The methods of one operation. Required parameters are positional; optional parameters are in one
 * class. There is also a form without that class, so a new optional parameter only adds methods.
 *
 * <p>Retrofit implements the methods whose arguments it can send unchanged. Default methods
 * assemble other requests: see {@link RequestAssembly}.
 */
final class OperationView {
  private final CodegenOperation operation;
  private final Operation source;
  private final Imports imports;
  private final ParameterTypes parameterTypes;
  private final BodyKind bodyKind;
  private final List<String> accepted;
  private final String method;
  private final JavaType response;
  private final OperationArguments arguments;
  private final List<CodegenParameter> optional;
  private final List<Argument> required;
  private final boolean isFirstToPoll;
  private final OperationDoc doc;
  private final FileContext file;

  OperationView(
      CodegenOperation operation, Operation source, DocumentContext document, FileContext file) {
    this.operation = operation;
    this.source = source;
    this.file = file;
    this.imports = file.imports();
    this.parameterTypes = new ParameterTypes(document, source);
    this.bodyKind = BodyKind.of(source);
    this.accepted = BodyKind.acceptedBesidesJson(source);
    this.method = OperationNames.method(operation.operationIdOriginal, operation.vendorExtensions);
    this.response = response(document.types());
    this.optional = sent().filter(parameter -> !parameter.required).toList();
    this.arguments = new OperationArguments(operation, source, document, file);
    this.required = arguments.required();
    Object poll = operation.vendorExtensions.get("x-extend-poll");
    this.isFirstToPoll =
        poll instanceof Map<?, ?> facts && file.polled().add(facts.get("retrieve"));
    String main = OperationDoc.reference(method, required);
    String withParams = optional.isEmpty() ? main : OperationDoc.reference(method, withParams());
    this.doc = new OperationDoc(source, main, withParams, isVoid(), file);
  }

  private Stream<CodegenParameter> sent() {
    return OperationArguments.sent(operation);
  }

  private JavaType response(ValueTypes values) {
    if (operation.isResponseFile) {
      return JavaType.of("okhttp3.ResponseBody");
    }
    if (isVoid()) {
      return JavaType.of("java.lang.Void").asNullable();
    }
    if (isText()) {
      return operation.isResponseOptional ? JavaType.STRING.asNullable() : JavaType.STRING;
    }
    JavaType type = values.of(operation.returnProperty).held();
    return operation.isResponseOptional ? type.asNullable() : type;
  }

  /** Returns whether the response is plain text, without JSON's quotes. */
  private boolean isText() {
    return !accepted.isEmpty() && !operation.isResponseFile;
  }

  private boolean isVoid() {
    return operation.returnProperty == null && !operation.isResponseFile;
  }

  /** Returns whether default methods assemble the request. */
  private boolean isAssembled() {
    boolean bodyAsItIs = bodyKind == BodyKind.NONE || bodyKind == BodyKind.JSON;
    return !bodyAsItIs
        || isVoid()
        || sent().anyMatch(parameter -> parameter.isHeaderParam && !parameter.required)
        || sent().filter(arguments::isOrWasRequired).anyMatch(parameterTypes::isConverted);
  }

  /** Returns the class of the optional parameters; null if there are none. */
  public @Nullable ParametersView parameters() {
    return optional.isEmpty()
        ? null
        : new ParametersClass(paramsClass(), optional, parameterTypes, file)
            .view(OperationDoc.reference(method, withParams()));
  }

  String paramsClass() {
    return Literals.capitalized(method) + "Params";
  }

  private List<Argument> withParams() {
    List<Argument> all = new ArrayList<>(required);
    String annotation = retrofit("QueryMap") + "(encoded = true) ";
    all.add(
        Argument.sent(annotation, paramsClass(), arguments.free("params"), "optional parameters"));
    return all;
  }

  /** Returns all methods of the operation. */
  public List<MethodView> methods() {
    List<MethodView> methods = new ArrayList<>();
    for (Form form : Form.values()) {
      methods.add(form(form, required, ""));
    }
    if (!optional.isEmpty()) {
      for (Form form : Form.values()) {
        methods.add(form(form, withParams(), arguments.free("params")));
      }
    }
    if (isAssembled()) {
      List<Argument> parts = assembly().parts();
      for (Form form : Form.values()) {
        String comment = doc.ofParts(form, parts).at(2);
        String signature = signature(form, response, parts, "");
        methods.add(new MethodView(comment, annotations(), signature, List.of()));
      }
    }
    Object poll = operation.vendorExtensions.get("x-extend-poll");
    PollForms polls = poll instanceof Map<?, ?> facts ? new PollForms(facts, this) : null;
    PathForms files = new PathForms(this, bodyKind);
    methods.addAll(files.of(required));
    if (polls != null) {
      methods.addAll(polls.afterCreation(required));
      if (isFirstToPoll) {
        methods.addAll(polls.byId());
      }
    }
    for (List<Argument> kept : arguments.onceRequired(method)) {
      methods.addAll(new KeptForms(this, kept).methods());
      methods.addAll(files.of(kept));
      if (polls != null) {
        methods.addAll(polls.afterCreation(kept));
      }
    }
    return methods;
  }

  private MethodView form(Form form, List<Argument> arguments, String params) {
    String comment = doc.of(form, arguments, !params.isEmpty()).at(2);
    if (!isAssembled()) {
      String signature = signature(form, response, arguments, "");
      return new MethodView(comment, annotations(), signature, List.of());
    }
    List<Argument> plain = arguments.stream().map(Argument::withoutAnnotations).toList();
    return defaultMethod(comment, form, plain, assembly().statements(call(form), params));
  }

  private RequestAssembly assembly() {
    return new RequestAssembly(bodyKind, BodyKind.contentType(source), required, imports);
  }

  MethodView defaultMethod(String comment, Form form, List<Argument> arguments, List<String> body) {
    JavaType returned = isVoid() && form == Form.BLOCKING ? JavaType.of("void") : response;
    return new MethodView(
        comment,
        operation.isDeprecated ? List.of("@Deprecated") : List.of(),
        signature(form, returned, arguments, "default "),
        body);
  }

  private String signature(
      Form form, JavaType returned, List<Argument> arguments, String modifier) {
    String head = modifier + form.returnType(returned, imports) + " " + method + form.suffix + "(";
    return Layout.call(2, head, arguments.stream().map(Argument::declaration).toList(), ")");
  }

  /** Returns the start of a statement that calls another method of the same form. */
  String call(Form form) {
    return (isVoid() && form == Form.BLOCKING ? "" : "return ") + method + form.suffix + "(";
  }

  private List<String> annotations() {
    List<String> annotations = new ArrayList<>();
    annotations.add(OperationNames.annotation(operation, imports));
    String runOperations = OperationNames.runOperations(operation, imports);
    if (runOperations != null) {
      annotations.add(runOperations);
    }
    if (operation.isDeprecated) {
      annotations.add("@Deprecated");
    }
    if (operation.isResponseFile) {
      annotations.add(retrofit("Streaming"));
    }
    if (!accepted.isEmpty()) {
      String accept = "Accept: " + String.join(", ", accepted);
      annotations.add(retrofit("Headers") + "(" + Literals.text(accept) + ")");
    }
    switch (bodyKind) {
      case MULTIPART -> annotations.add(retrofit("Multipart"));
      case FORM -> annotations.add(retrofit("FormUrlEncoded"));
      default -> {}
    }
    String path = operation.path.startsWith("/") ? operation.path.substring(1) : operation.path;
    boolean isUnusual = operation.httpMethod.equals("DELETE") && bodyKind != BodyKind.NONE;
    annotations.add(
        isUnusual
            ? retrofit("HTTP")
                + "(method = \"DELETE\", path = "
                + Literals.text(path)
                + ", hasBody = true)"
            : retrofit(operation.httpMethod) + "(" + Literals.text(path) + ")");
    return annotations;
  }

  private String retrofit(String annotation) {
    return "@" + imports.use("retrofit2.http." + annotation);
  }

  String method() {
    return method;
  }

  List<Argument> required() {
    return required;
  }

  OperationDoc doc() {
    return doc;
  }

  FileContext file() {
    return file;
  }

  JavaType response() {
    return response;
  }

  String summary() {
    return doc.summary();
  }

  boolean isDeprecated() {
    return operation.isDeprecated;
  }
}
