package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * An operation as methods of its interface. What is required is positional, all that is optional is
 * in one class of parameters, and the form without that class exists too, so that a new optional
 * parameter only adds methods.
 *
 * <p>Retrofit implements the methods itself where it can take their arguments as they are. Other
 * requests (forms, headers beside the query, bodies that are not JSON) are put together by default
 * methods, which call one method of Retrofit's with the parts.
 */
final class OperationView {
  private final CodegenOperation operation;
  private final Operation source;
  private final FileContext file;
  private final Imports imports;
  private final ParameterTypes parameterTypes;
  private final String method;
  private final JavaType response;
  private final List<CodegenParameter> optional;
  private final List<Argument> required = new ArrayList<>();

  OperationView(
      CodegenOperation operation, Operation source, DocumentContext document, FileContext file) {
    this.operation = operation;
    this.source = source;
    this.file = file;
    this.imports = file.imports();
    this.parameterTypes = new ParameterTypes(document.types());
    this.method = OperationNames.method(operation.operationIdOriginal, operation.vendorExtensions);
    this.response = response(document.types());
    this.optional = sent().filter(parameter -> !parameter.required).toList();
    operation.pathParams.forEach(parameter -> required.add(path(parameter)));
    sent()
        .filter(parameter -> parameter.required)
        .forEach(parameter -> required.add(add(parameter)));
    if (operation.bodyParam != null) {
      required.add(body(operation.bodyParam, document));
    }
  }

  private Stream<CodegenParameter> sent() {
    return Stream.of(operation.formParams, operation.queryParams, operation.headerParams)
        .flatMap(List::stream)
        .filter(parameter -> !parameter.vendorExtensions.containsKey("x-extend-client-header"));
  }

  private JavaType response(ValueTypes values) {
    if (operation.isResponseFile) {
      return JavaType.of("okhttp3.ResponseBody");
    }
    if (operation.returnProperty == null) {
      return JavaType.of("java.lang.Void").asNullable();
    }
    JavaType type = values.of(operation.returnProperty).held();
    return operation.isResponseOptional ? type.asNullable() : type;
  }

  private Argument path(CodegenParameter parameter) {
    String ids = Annotations.idPrefix(parameter.vendorExtensions, imports);
    String path = retrofit("Path") + "(" + Literals.text(parameter.baseName) + ") ";
    ValueType value = parameterTypes.value(parameter);
    JavaType type = value.isList() ? JavaType.of(RUNTIME + "PathList") : held(value);
    return argument((ids == null ? "" : ids + " ") + path, type, parameter, "");
  }

  private Argument add(CodegenParameter parameter) {
    String annotation =
        parameter.isQueryParam ? "Query" : parameter.isHeaderParam ? "Header" : "Part";
    JavaType type =
        isAssembled() || ParameterTypes.isFile(parameter)
            ? parameterTypes.shown(parameter)
            : held(parameterTypes.value(parameter));
    String addition = parameterTypes.addition(parameter, parameter.paramName, imports);
    return argument(
        retrofit(annotation) + "(" + Literals.text(parameter.baseName) + ") ",
        type,
        parameter,
        addition);
  }

  /** Retrofit writes a value by its text, which a time of the JDK has not as the API wants it. */
  private static JavaType held(ValueType value) {
    return value.isDateTime() ? value.held() : value.shown();
  }

  private Argument body(CodegenParameter body, DocumentContext document) {
    String text = body.unescapedDescription;
    String doc = text == null || text.isBlank() ? "sent as the body" : file.markdown().inline(text);
    JavaType type =
        switch (bodyKind()) {
          case TEXT -> JavaType.STRING;
          case BINARY -> ParameterTypes.UPLOAD;
          default -> held(parameterTypes.value(body));
        };
    String spelled = type.in(imports);
    return new Argument(retrofit("Body") + " ", spelled, erased(spelled), "body", doc, "");
  }

  private Argument argument(
      String annotations, JavaType type, CodegenParameter parameter, String addition) {
    String spelled = type.in(imports);
    String text = parameter.unescapedDescription;
    String doc =
        text == null || text.isBlank()
            ? "the parameter {@code " + parameter.baseName + "}"
            : file.markdown().inline(text + Limits.of(parameter));
    return new Argument(annotations, spelled, erased(spelled), parameter.paramName, doc, addition);
  }

  private static String erased(String type) {
    return type.replaceAll("<.*>", "").replaceAll("@\\w+ ", "");
  }

  /** What kind of body the request has. */
  enum BodyKind {
    NONE,
    JSON,
    TEXT,
    BINARY,
    MULTIPART,
    FORM
  }

  private BodyKind bodyKind() {
    if (operation.isMultipart) {
      return BodyKind.MULTIPART;
    }
    if (!operation.formParams.isEmpty()) {
      return BodyKind.FORM;
    }
    if (operation.bodyParam == null) {
      return BodyKind.NONE;
    }
    String content = contentType();
    if (content.contains("json")) {
      return BodyKind.JSON;
    }
    return content.startsWith("text/") ? BodyKind.TEXT : BodyKind.BINARY;
  }

  private String contentType() {
    return operation.consumes == null || operation.consumes.isEmpty()
        ? "application/json"
        : operation.consumes.get(0).get("mediaType");
  }

  /** Whether default methods put the request together. */
  private boolean isAssembled() {
    BodyKind body = bodyKind();
    boolean bodyAsItIs = body == BodyKind.NONE || body == BodyKind.JSON;
    return !bodyAsItIs
        || sent().anyMatch(parameter -> parameter.isHeaderParam && !parameter.required)
        || sent().filter(parameter -> parameter.required).anyMatch(OperationView::isStyled);
  }

  private static boolean isStyled(CodegenParameter parameter) {
    return !ParameterTypes.style(parameter).isEmpty();
  }

  /** The class of the optional parameters; null if there are none. */
  public @Nullable ParametersView parameters() {
    if (optional.isEmpty()) {
      return null;
    }
    List<ParametersView.SetterView> setters = new ArrayList<>();
    String pageToken = null;
    for (CodegenParameter parameter : optional) {
      setters.add(setter(parameter));
      if (parameter.vendorExtensions.containsKey("x-extend-page-token")) {
        pageToken = parameter.paramName;
      }
    }
    String parent = "extends " + imports.use(INTERNAL + "OptionalParameters");
    if (pageToken != null) {
      parent += " implements " + imports.use(RUNTIME + "PageRequest") + "<" + paramsClass() + ">";
    }
    String doc =
        new Javadoc(file.markdown())
            .html("What {@link #" + reference(method, withParams()) + "} may be told besides.")
            .at(2);
    return new ParametersView(paramsClass(), doc, parent, pageToken, setters);
  }

  private ParametersView.SetterView setter(CodegenParameter parameter) {
    String text = parameter.unescapedDescription;
    Javadoc doc = new Javadoc(file.markdown());
    if (text == null || text.isBlank()) {
      doc.html("The parameter {@code " + parameter.baseName + "}." + Limits.of(parameter));
    } else {
      doc.text(text + Limits.of(parameter));
    }
    doc.tag("param", parameter.paramName + " null to leave it to the server");
    doc.tag("return", "this").deprecatedIf(parameter.isDeprecated);
    String type = parameterTypes.shown(parameter).asNullable().in(imports);
    return new ParametersView.SetterView(
        doc.at(6),
        parameter.isDeprecated ? List.of("@Deprecated") : List.of(),
        Layout.call(
            6,
            "public Builder " + parameter.paramName + "(",
            List.of(type + " " + parameter.paramName),
            ")"),
        "return " + parameterTypes.addition(parameter, parameter.paramName, imports) + ";");
  }

  private String paramsClass() {
    return Literals.capitalized(method) + "Params";
  }

  private List<Argument> withParams() {
    List<Argument> arguments = new ArrayList<>(required);
    String annotation = retrofit("QueryMap") + "(encoded = true) ";
    arguments.add(
        new Argument(
            annotation, paramsClass(), paramsClass(), "params", "optional parameters", ""));
    return arguments;
  }

  /** All methods of the operation. */
  public List<MethodView> methods() {
    List<MethodView> methods = new ArrayList<>();
    for (Form form : Form.values()) {
      methods.add(form(form, required, false));
    }
    if (!optional.isEmpty()) {
      for (Form form : Form.values()) {
        methods.add(form(form, withParams(), true));
      }
    }
    if (isAssembled()) {
      for (Form form : Form.values()) {
        methods.add(assembled(form));
      }
    }
    methods.addAll(fromPath());
    Object poll = operation.vendorExtensions.get("x-extend-poll");
    if (poll instanceof Map<?, ?> facts) {
      methods.addAll(new PollForms(facts, this).methods());
    }
    return methods;
  }

  private MethodView form(Form form, List<Argument> arguments, boolean withParams) {
    String doc = doc(form, arguments, withParams).at(2);
    if (!isAssembled()) {
      return new MethodView(doc, annotations(), signature(form, arguments, ""), List.of());
    }
    List<Argument> plain = arguments.stream().map(Argument::withoutAnnotations).toList();
    return new MethodView(
        doc,
        operation.isDeprecated ? List.of("@Deprecated") : List.of(),
        signature(form, plain, "default "),
        assembling(form, withParams));
  }

  String signature(Form form, List<Argument> arguments, String modifier) {
    String head = modifier + form.returnType(response, imports) + " " + method + form.suffix + "(";
    return Layout.call(2, head, arguments.stream().map(Argument::declaration).toList(), ")");
  }

  /** The statements that put a request together and send it. */
  private List<String> assembling(Form form, boolean withParams) {
    String type = imports.use(INTERNAL + "RequestParameters");
    List<String> calls = new ArrayList<>();
    for (Argument argument : required) {
      if (!argument.addition().isEmpty()) {
        calls.add("." + argument.addition());
      }
    }
    if (withParams) {
      calls.add(".and(params)");
    }
    String head = type + " request = new " + type + "()";
    List<String> arguments = new ArrayList<>();
    required.stream()
        .filter(argument -> argument.addition().isEmpty() && !argument.name().equals("body"))
        .forEach(argument -> arguments.add(argument.name()));
    switch (bodyKind()) {
      case MULTIPART -> arguments.add("request.parts()");
      case FORM -> arguments.add("request.fields()");
      case JSON -> arguments.add("body");
      case TEXT, BINARY ->
          arguments.add(
              imports.use(INTERNAL + "RequestParameters")
                  + ".body(body, "
                  + Literals.text(contentType())
                  + ")");
      default -> {}
    }
    arguments.add("request.query()");
    arguments.add("request.headers()");
    return List.of(
        Layout.chain(4, head, calls, ";"),
        Layout.call(4, "return " + method + form.suffix + "(", arguments, ");"));
  }

  /** The method of Retrofit's that default methods call. */
  private MethodView assembled(Form form) {
    List<Argument> arguments = new ArrayList<>();
    required.stream()
        .filter(argument -> argument.addition().isEmpty() && !argument.name().equals("body"))
        .forEach(arguments::add);
    switch (bodyKind()) {
      case MULTIPART ->
          arguments.add(
              raw("Part", JavaType.listOf(JavaType.of("okhttp3.MultipartBody.Part")), "parts"));
      case FORM -> arguments.add(raw("FieldMap(encoded = true)", strings(), "fields"));
      case JSON -> arguments.add(required.get(required.size() - 1));
      case TEXT, BINARY -> arguments.add(raw("Body", JavaType.of("okhttp3.RequestBody"), "body"));
      default -> {}
    }
    arguments.add(raw("QueryMap(encoded = true)", strings(), "query"));
    arguments.add(raw("HeaderMap", strings(), "headers"));
    Javadoc doc =
        new Javadoc(file.markdown())
            .html("The request of {@link #" + reference(method, required) + "} in its parts.");
    arguments.forEach(argument -> doc.tag("param", argument.name() + " " + argument.doc()));
    doc.tag("return", returned(form)).deprecatedIf(operation.isDeprecated);
    return new MethodView(doc.at(2), annotations(), signature(form, arguments, ""), List.of());
  }

  private Argument raw(String annotation, JavaType type, String name) {
    String spelled = type.in(imports);
    String doc =
        switch (name) {
          case "parts" -> "parts of the form";
          case "fields" -> "fields of the form, percent-encoded";
          case "query" -> "query parameters, percent-encoded";
          case "headers" -> "headers";
          default -> "body of the request";
        };
    String simple = annotation.replaceAll("\\(.*", "");
    String rest = annotation.substring(simple.length());
    return new Argument(retrofit(simple) + rest + " ", spelled, erased(spelled), name, doc, "");
  }

  private static JavaType strings() {
    return JavaType.mapOf(JavaType.STRING);
  }

  /** The shortest forms of an upload: the path of the file in place of the file. */
  private List<MethodView> fromPath() {
    List<Argument> files =
        required.stream().filter(argument -> argument.type().equals("Upload")).toList();
    if (files.size() != 1 || bodyKind() != BodyKind.MULTIPART) {
      return List.of();
    }
    Argument file = files.get(0);
    String path = imports.use("java.nio.file.Path");
    List<MethodView> methods = new ArrayList<>();
    for (Form form : List.of(Form.BLOCKING, Form.ASYNC)) {
      List<Argument> arguments =
          required.stream()
              .map(Argument::withoutAnnotations)
              .map(
                  argument ->
                      argument.name().equals(file.name())
                          ? new Argument("", path, path, argument.name(), argument.doc(), "")
                          : argument)
              .toList();
      Javadoc doc = doc(form, arguments, false);
      doc.tag(
          "throws",
          "IllegalArgumentException if the file is missing, a directory, unreadable or empty");
      String values =
          required.stream()
              .map(
                  argument ->
                      argument.name().equals(file.name())
                          ? imports.use(RUNTIME + "Upload") + ".of(" + argument.name() + ")"
                          : argument.name())
              .collect(Collectors.joining(", "));
      methods.add(
          new MethodView(
              doc.at(2),
              operation.isDeprecated ? List.of("@Deprecated") : List.of(),
              signature(form, arguments, "default "),
              List.of("return " + method + form.suffix + "(" + values + ");")));
    }
    return methods;
  }

  private Javadoc doc(Form form, List<Argument> arguments, boolean withParams) {
    Javadoc doc = new Javadoc(file.markdown());
    String main = "{@link #" + reference(method, required) + "}";
    if (form == Form.CALL) {
      doc.html("What " + main + " sends, as a call that is not sent yet.");
    } else if (form == Form.ASYNC) {
      doc.html("Does what " + main + " does, without blocking the caller.");
    } else if (withParams) {
      doc.html("Does what " + main + " does, with optional parameters.");
    } else {
      doc.text(sentence(source.getSummary()));
      doc.text(source.getDescription());
    }
    arguments.forEach(argument -> doc.tag("param", argument.name() + " " + argument.doc()));
    doc.tag("return", returned(form)).deprecatedIf(operation.isDeprecated);
    return form == Form.BLOCKING && source.getExternalDocs() != null
        ? doc.seeIf(source.getExternalDocs().getUrl())
        : doc;
  }

  private String sentence(@Nullable String summary) {
    String text = summary == null || summary.isBlank() ? operation.operationIdOriginal : summary;
    return text.endsWith(".") ? text : text + ".";
  }

  private String returned(Form form) {
    if (form == Form.CALL) {
      return "executed or enqueued by the caller";
    }
    String text =
        source.getResponses().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("2"))
            .map(Map.Entry::getValue)
            .map(ApiResponse::getDescription)
            .filter(Objects::nonNull)
            .findFirst()
            .map(description -> file.markdown().inline(description))
            .orElse("the response");
    if (operation.returnProperty == null && !operation.isResponseFile) {
      text = "null: " + Literals.decapitalized(text);
    }
    return form == Form.BLOCKING ? text : "a future of: " + Literals.decapitalized(text);
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
    switch (bodyKind()) {
      case MULTIPART -> annotations.add(retrofit("Multipart"));
      case FORM -> annotations.add(retrofit("FormUrlEncoded"));
      default -> {}
    }
    String path = operation.path.startsWith("/") ? operation.path.substring(1) : operation.path;
    boolean unusual = operation.httpMethod.equals("DELETE") && bodyKind() != BodyKind.NONE;
    annotations.add(
        unusual
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

  /** A method in a reference of Javadoc. */
  static String reference(String method, List<Argument> arguments) {
    return method
        + arguments.stream().map(Argument::erased).collect(Collectors.joining(", ", "(", ")"));
  }

  String method() {
    return method;
  }

  List<Argument> required() {
    return required;
  }

  FileContext file() {
    return file;
  }

  JavaType response() {
    return response;
  }

  String summary() {
    String text = sentence(source.getSummary());
    return text.substring(0, text.length() - 1);
  }

  boolean isDeprecated() {
    return operation.isDeprecated;
  }
}
