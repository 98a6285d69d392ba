package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.Locale;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** Finds how a parameter is typed, and how it is added to a request. */
final class ParameterTypes {
  static final JavaType UPLOAD = JavaType.of(RUNTIME + "Upload");

  private final ValueTypes types;

  ParameterTypes(ValueTypes types) {
    this.types = types;
  }

  /** The type in a setter or a method that Retrofit does not implement. */
  JavaType shown(CodegenParameter parameter) {
    if (isFile(parameter)) {
      return UPLOAD;
    }
    if (parameter.isArray && parameter.items != null && isBinary(parameter.items)) {
      return JavaType.listOf(UPLOAD);
    }
    return value(parameter).shown();
  }

  ValueType value(CodegenParameter parameter) {
    CodegenProperty schema = parameter.getSchema();
    if (schema == null && parameter.getContent() != null) {
      schema = parameter.getContent().values().iterator().next().getSchema();
    }
    return types.of(schema == null ? asProperty(parameter) : schema);
  }

  static boolean isFile(CodegenParameter parameter) {
    return parameter.isFile || parameter.isBinary;
  }

  private static boolean isBinary(CodegenProperty property) {
    return property.isFile || property.isBinary;
  }

  /** The call that adds a value to a request. */
  String addition(CodegenParameter parameter, String value, Imports imports) {
    String name = Literals.text(parameter.baseName);
    if (parameter.isFormParam) {
      return (isMultipart(parameter) ? "part(" : "field(") + name + ", " + value + ")";
    }
    if (parameter.isHeaderParam) {
      return "header(" + name + ", " + value + ")";
    }
    String style = style(parameter);
    return style.isEmpty()
        ? "query(" + name + ", " + value + ")"
        : "query("
            + name
            + ", "
            + imports.use(INTERNAL + "QueryStyle")
            + "."
            + style
            + ", "
            + value
            + ")";
  }

  /** How a list or an object is written into the query; empty for one value. */
  static String style(CodegenParameter parameter) {
    if (!parameter.isQueryParam) {
      return "";
    }
    if (parameter.isDeepObject) {
      return "DEEP_OBJECT";
    }
    if (!parameter.isArray) {
      return "";
    }
    String style = parameter.style == null ? "form" : parameter.style.toLowerCase(Locale.ROOT);
    return switch (style) {
      case "spacedelimited" -> parameter.isExplode ? "EXPLODED" : "SPACES";
      case "pipedelimited" -> parameter.isExplode ? "EXPLODED" : "PIPES";
      default -> parameter.isExplode ? "EXPLODED" : "COMMAS";
    };
  }

  private static boolean isMultipart(CodegenParameter parameter) {
    return !"form".equals(parameter.vendorExtensions.get("x-extend-form"));
  }

  /** A part of a form has no schema of its own. */
  private static CodegenProperty asProperty(CodegenParameter parameter) {
    CodegenProperty property = new CodegenProperty();
    property.dataType = parameter.dataType;
    property.dataFormat = parameter.dataFormat;
    property.isArray = parameter.isArray;
    property.isMap = parameter.isMap;
    property.items = parameter.items;
    property.isString = parameter.isString;
    property.isBoolean = parameter.isBoolean;
    property.isInteger = parameter.isInteger;
    property.isLong = parameter.isLong;
    property.isDouble = parameter.isDouble;
    property.isFloat = parameter.isFloat;
    property.isNumber = parameter.isNumber;
    property.isNumeric = parameter.isNumeric;
    property.isDate = parameter.isDate;
    property.isDateTime = parameter.isDateTime;
    property.isUuid = parameter.isUuid;
    property.isUri = parameter.isUri;
    property.isByteArray = parameter.isByteArray;
    property.isAnyType = parameter.isAnyType;
    property.isFreeFormObject = parameter.isFreeFormObject;
    property.isEnumRef = parameter.isEnumRef;
    return property;
  }
}
