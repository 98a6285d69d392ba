package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import io.swagger.v3.oas.models.Operation;
import java.util.Locale;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** Determines the type of a parameter, and the code that adds it to a request. */
final class ParameterTypes {
  static final JavaType UPLOAD = JavaType.of(RUNTIME + "Upload");

  private final ValueTypes types;
  private final ParameterSchemas schemas;
  private final Operation operation;

  ParameterTypes(DocumentContext document, Operation operation) {
    this.types = document.types();
    this.schemas = document.parameterSchemas();
    this.operation = operation;
  }

  /** Returns the type in a setter, and in a method that Retrofit does not implement. */
  JavaType shown(CodegenParameter parameter) {
    CodegenProperty schema = schemas.of(operation, parameter);
    if (isFile(schema)) {
      return UPLOAD;
    }
    return schema.isArray && isFile(schema.items)
        ? JavaType.listOf(UPLOAD)
        : types.of(schema).shown();
  }

  /** Returns the type in a method that Retrofit implements, which sends {@code toString()}. */
  JavaType held(CodegenParameter parameter) {
    ValueType value = types.of(schemas.of(operation, parameter));
    return value.isDateTime() ? value.held() : value.shown();
  }

  /** Returns the type in a path. */
  JavaType inPath(CodegenParameter parameter) {
    return types.of(schemas.of(operation, parameter)).isList()
        ? JavaType.of(RUNTIME + "PathList")
        : held(parameter);
  }

  private static boolean isFile(CodegenProperty property) {
    return property.isFile || property.isBinary;
  }

  /**
   * Returns whether the value sent differs from {@code toString()}, so that Retrofit cannot send
   * it.
   */
  boolean isConverted(CodegenParameter parameter) {
    ValueType value = types.of(schemas.of(operation, parameter));
    return value.isList()
        || value.isDateTime()
        || parameter.isDeepObject
        || value.shown().name().equals("okio.ByteString");
  }

  /** Returns the call that adds a value to a request. */
  String addition(CodegenParameter parameter, String value, Imports imports) {
    String name = Literals.text(parameter.baseName);
    if (parameter.isFormParam) {
      String method = BodyKind.of(operation) == BodyKind.MULTIPART ? "part(" : "field(";
      return method + name + ", " + value + ")";
    }
    if (parameter.isHeaderParam) {
      return "header(" + name + ", " + value + ")";
    }
    String style = style(parameter);
    String written =
        style.isEmpty() ? "" : imports.use(INTERNAL + "QueryStyle") + "." + style + ", ";
    return "query(" + name + ", " + written + value + ")";
  }

  /** Returns the query style of a list or an object; empty for a single value. */
  private static String style(CodegenParameter parameter) {
    if (parameter.isDeepObject) {
      return "DEEP_OBJECT";
    }
    if (!parameter.isArray) {
      return "";
    }
    if (parameter.isExplode) {
      return "EXPLODED";
    }
    String style = parameter.style == null ? "form" : parameter.style.toLowerCase(Locale.ROOT);
    return switch (style) {
      case "spacedelimited" -> "SPACES";
      case "pipedelimited" -> "PIPES";
      default -> "COMMAS";
    };
  }
}
