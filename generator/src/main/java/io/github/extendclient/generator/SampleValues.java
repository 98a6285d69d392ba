package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Writes an example of the document as an expression in Java, with builders of its models. */
final class SampleValues {
  private static final int MOST_OF_MAP_OF = 10;
  private static final Pattern NAME = Pattern.compile("^( *\"(?:[^\"\\\\]|\\\\.)*\") : ");

  private final Map<String, CodegenModel> models;
  private final String modelPackage;
  private final Imports imports;

  /**
   * Creates a writer for one file.
   *
   * @param models all models with a class, by its simple name
   * @param modelPackage their package
   * @param imports the imports of the file
   */
  SampleValues(Map<String, CodegenModel> models, String modelPackage, Imports imports) {
    this.models = models;
    this.modelPackage = modelPackage;
    this.imports = imports;
  }

  /** Returns the expression for a value of a type. */
  SampleCode of(JavaType type, JsonNode value) {
    if (type.name().equals(RUNTIME + "JsonValue")) {
      return freeForm(value);
    }
    if (value.isNull()) {
      return new SampleCode.Word("null");
    }
    if (type.name().startsWith(modelPackage + ".")) {
      return model(type.name().substring(modelPackage.length() + 1), value);
    }
    String text = value.asText();
    return switch (type.name()) {
      case "java.util.List" -> list(type.arguments().get(0), value);
      case "java.util.Map" -> map(type.arguments().get(1), value);
      case "java.lang.String" -> literal(text);
      case "java.lang.Long", "long" -> new SampleCode.Word(text + "L");
      case "java.lang.Double", "double" -> new SampleCode.Word(Double.toString(value.asDouble()));
      case "java.math.BigDecimal" ->
          new SampleCode.Call("new " + imports.use(type.name()), literal(text));
      case "java.time.OffsetDateTime", "java.time.LocalDate" -> parsed(type.name(), "parse", text);
      case ValueTypes.DATE_TIME ->
          new SampleCode.Call(
              imports.use(type.name()) + ".of", parsed("java.time.OffsetDateTime", "parse", text));
      case "java.util.UUID" -> parsed(type.name(), "fromString", text);
      case "java.net.URI" -> parsed(type.name(), "create", text);
      case "okio.ByteString" -> parsed(type.name(), "decodeBase64", text);
      case RUNTIME + "Upload" ->
          new SampleCode.Call(
              imports.use(type.name()) + ".of", parsed("java.nio.file.Path", "of", text));
      default -> new SampleCode.Word(text);
    };
  }

  private static SampleCode literal(String text) {
    return new SampleCode.Word(Literals.text(text));
  }

  private SampleCode parsed(String type, String method, String text) {
    return new SampleCode.Call(imports.use(type) + "." + method, literal(text));
  }

  private SampleCode list(JavaType element, JsonNode values) {
    List<SampleCode> elements = new ArrayList<>();
    values.forEach(value -> elements.add(of(element, value)));
    return new SampleCode.Call(imports.use("java.util.List") + ".of", elements);
  }

  private SampleCode map(JavaType type, JsonNode values) {
    boolean free = type.name().equals(RUNTIME + "JsonValue");
    if (free && !values.properties().stream().allMatch(entry -> isPlain(entry.getValue()))) {
      return new SampleCode.Chain(json(values), List.of(new SampleCode.Call(".asObject")));
    }
    String map = imports.use("java.util.Map");
    List<SampleCode> arguments = new ArrayList<>();
    if (values.size() <= MOST_OF_MAP_OF) {
      for (Map.Entry<String, JsonNode> entry : values.properties()) {
        arguments.add(new SampleCode.Pair(literal(entry.getKey()), of(type, entry.getValue())));
      }
      return new SampleCode.Call(map + ".of", arguments);
    }
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      arguments.add(
          new SampleCode.Call(map + ".entry", literal(entry.getKey()), of(type, entry.getValue())));
    }
    return new SampleCode.Call(map + ".ofEntries", arguments);
  }

  /** Returns whether a value is scalar or a list of scalars, short enough for a call. */
  private static boolean isPlain(JsonNode value) {
    return value.isValueNode()
        || (value.isArray() && elements(value).allMatch(JsonNode::isTextual));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private SampleCode freeForm(JsonNode value) {
    String type = imports.use(RUNTIME + "JsonValue");
    if (value.isNull()) {
      return new SampleCode.Word(type + ".NULL");
    }
    if (!isPlain(value)) {
      return json(value);
    }
    SampleCode plain =
        value.isArray()
            ? list(JavaType.STRING, value)
            : new SampleCode.Word(
                value.isTextual() ? Literals.text(value.asText()) : value.asText());
    return new SampleCode.Call(type + ".of", plain);
  }

  private SampleCode json(JsonNode value) {
    return new SampleCode.Call(imports.use(RUNTIME + "JsonValue") + ".ofJson", lines(value));
  }

  private static SampleCode lines(JsonNode value) {
    return new SampleCode.Json(
        value
            .toPrettyString()
            .lines()
            .map(line -> NAME.matcher(line).replaceFirst("$1: "))
            .toList());
  }

  private SampleCode model(String name, JsonNode value) {
    CodegenModel model = models.get(name);
    ModelView view = (ModelView) model.vendorExtensions.get("view");
    if (view.object() != null) {
      return object(view.object(), value);
    }
    return view.union() != null ? member(model, value) : constant(view, name, value);
  }

  private SampleCode constant(ModelView view, String name, JsonNode value) {
    String type = imports.use(modelPackage + "." + name);
    String literal = value.isTextual() ? Literals.text(value.asText()) : value.asText() + "L";
    return view.enumeration().constants().stream()
        .filter(constant -> constant.literal().equals(literal))
        .findFirst()
        .map(constant -> type + "." + constant.constant())
        .<SampleCode>map(SampleCode.Word::new)
        .orElse(new SampleCode.Call(type + ".of", new SampleCode.Word(literal)));
  }

  private SampleCode object(ObjectView view, JsonNode value) {
    Map<String, Property> properties = new HashMap<>();
    view.properties().forEach(property -> properties.put(property.schema().baseName, property));
    List<SampleCode> calls = new ArrayList<>();
    List<SampleCode> required = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Property property = properties.get(entry.getKey());
      if (property == null) {
        calls.add(
            new SampleCode.Call(
                ".unknownProperty", literal(entry.getKey()), freeForm(entry.getValue())));
      } else if (property.settable()) {
        SampleCode argument = of(property.type().shown(), entry.getValue());
        calls.add(new SampleCode.Call("." + property.name(), argument));
        if (property.mustBeSet()) {
          required.add(argument);
        }
      }
    }
    String type = imports.use(modelPackage + "." + view.name());
    if (view.of() != null && required.size() == 1 && calls.size() == 1) {
      return new SampleCode.Call(type + ".of", required);
    }
    calls.add(new SampleCode.Call(".build"));
    return new SampleCode.Chain(new SampleCode.Call(type + ".builder"), calls);
  }

  /**
   * Returns the first member of a union with all its required properties present and no unknown
   * ones.
   */
  private SampleCode member(CodegenModel union, JsonNode value) {
    for (CodegenProperty member : union.getComposedSchemas().getOneOf()) {
      CodegenModel model = member.isMap ? null : models.get(member.dataType);
      if (model != null && fits(model, value)) {
        return model(model.classname, value);
      }
    }
    String type = imports.use(modelPackage + "." + union.classname);
    return new SampleCode.Call(type + ".fromJson", lines(value));
  }

  private static boolean fits(CodegenModel model, JsonNode value) {
    boolean complete =
        model.requiredVars.stream().allMatch(property -> value.has(property.baseName));
    return complete
        && value.properties().stream()
            .allMatch(
                entry ->
                    model.vars.stream()
                        .anyMatch(
                            property ->
                                property.baseName.equals(entry.getKey())
                                    && fits(property, entry.getValue())));
  }

  /** Returns whether a value fits a property, as far as needed to select union members. */
  private static boolean fits(CodegenProperty property, JsonNode value) {
    boolean constant = property.isEnum && !property.isContainer;
    if (constant) {
      return property._enum.contains(value.asText());
    }
    if (property.isArray) {
      return value.isArray() || value.isNull();
    }
    return !value.isArray() || property.isAnyType || property.isContainer;
  }
}
