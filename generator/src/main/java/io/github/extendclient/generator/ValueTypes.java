package io.github.extendclient.generator;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openapitools.codegen.CodegenProperty;

/** Finds the Java type of a schema. */
final class ValueTypes {
  static final String RUNTIME = "io.github.extendclient.runtime.";

  /** The package with the internal classes that generated code uses. */
  static final String INTERNAL = RUNTIME + "internal.";

  static final String DATE_TIME = RUNTIME + "DateTime";

  /** The types of scalars; the first whose test is true counts. */
  private static final List<Scalar> SCALARS =
      List.of(
          new Scalar(property -> property.isDateTime, ValueType.DATE_TIME),
          new Scalar(property -> property.isDate, ValueType.text("java.time.LocalDate", "DATE")),
          new Scalar(property -> property.isUuid, ValueType.text("java.util.UUID", "UUID")),
          new Scalar(property -> property.isUri, ValueType.text("java.net.URI", "URI")),
          new Scalar(property -> property.isByteArray, ValueType.text("okio.ByteString", "BASE64")),
          new Scalar(
              property -> property.isBoolean,
              ValueType.scalar("java.lang.Boolean", "boolean", "BOOLEAN", true)),
          new Scalar(
              property -> property.isDouble || property.isFloat,
              ValueType.scalar("java.lang.Double", "double", "DOUBLE", false)),
          new Scalar(
              property -> property.isInteger && "int32".equals(property.dataFormat),
              ValueType.scalar("java.lang.Integer", "int", "INTEGER", true)),
          new Scalar(ValueTypes::isWhole, ValueType.scalar("java.lang.Long", "long", "LONG", true)),
          new Scalar(
              property -> property.isNumber || property.isDecimal || property.isNumeric,
              ValueType.DECIMAL),
          new Scalar(property -> true, ValueType.STRING));

  private final String modelPackage;
  private final Set<String> unions;
  private final Set<String> integerEnums;

  /**
   * Creates a finder for one document.
   *
   * @param modelPackage the package of its models
   * @param unions its models that are interfaces
   * @param integerEnums its models that are enums of integers
   */
  ValueTypes(String modelPackage, Set<String> unions, Set<String> integerEnums) {
    this.modelPackage = modelPackage;
    this.unions = unions;
    this.integerEnums = integerEnums;
  }

  /** Returns the type of a property, or of an element of a container. */
  ValueType of(CodegenProperty property) {
    if (property.isArray) {
      return ValueType.adapted(
          ValueType.Kind.ARRAY,
          JavaType.listOf(inside(property.items)),
          container("list", property.items));
    }
    if (property.isMap && property.items != null) {
      return ValueType.adapted(
          ValueType.Kind.OBJECT,
          JavaType.mapOf(inside(property.items)),
          container("map", property.items));
    }
    JavaType json = JavaType.of(RUNTIME + "JsonValue");
    if (property.isAnyType) {
      return ValueType.adapted(
          ValueType.Kind.ANY, json, ValueType.internal("JsonAdapters", "JSON"));
    }
    if (property.isFreeFormObject) {
      return ValueType.adapted(
          ValueType.Kind.OBJECT,
          JavaType.mapOf(json),
          container("map", ValueType.internal("JsonAdapters", "JSON")));
    }
    if (property.isEnumRef) {
      boolean isInteger = integerEnums.contains(property.dataType);
      return model(
          property.dataType, isInteger ? ValueType.Kind.INTEGER_ENUM : ValueType.Kind.STRING);
    }
    return isModel(property) ? model(property.dataType) : scalar(property);
  }

  ValueType model(String name) {
    return model(name, unions.contains(name) ? ValueType.Kind.UNION : ValueType.Kind.OBJECT);
  }

  private ValueType model(String name, ValueType.Kind kind) {
    return ValueType.adapted(
        kind,
        JavaType.of(modelPackage + "." + name),
        imports ->
            imports.use(modelPackage + "." + name)
                + (unions.contains(name) ? ".Unknown" : "")
                + ".ADAPTER");
  }

  /** Returns the type in a container, where null is a value and text is converted on reading. */
  private JavaType inside(CodegenProperty element) {
    ValueType type = of(element);
    JavaType inside =
        type.shown().name().equals("java.time.OffsetDateTime") ? type.held() : type.shown();
    return element.isNullable && !element.isAnyType ? inside.asNullable() : inside;
  }

  private Function<Imports, String> container(String kind, CodegenProperty items) {
    ValueType element = of(items);
    Function<Imports, String> adapter =
        element.text() == null
            ? element.adapter()
            : ValueType.internal("TextFormat", element.text());
    boolean orNull = items.isNullable && !items.isAnyType;
    return container(
        kind,
        orNull
            ? imports ->
                imports.use(INTERNAL + "JsonAdapters") + ".orNull(" + adapter.apply(imports) + ")"
            : adapter);
  }

  private static Function<Imports, String> container(
      String kind, Function<Imports, String> adapter) {
    return imports ->
        imports.use(INTERNAL + "JsonAdapters") + "." + kind + "(" + adapter.apply(imports) + ")";
  }

  private static boolean isModel(CodegenProperty property) {
    if (property.isEnumRef) {
      return true;
    }
    return !property.isString
        && !property.isBoolean
        && !property.isNumeric
        && !property.isNumber
        && !property.isDecimal
        && !property.isDate
        && !property.isDateTime
        && !property.isUuid
        && !property.isUri
        && !property.isEmail
        && !property.isPassword
        && !property.isByteArray
        && !property.isBinary
        && !property.isFile;
  }

  private static boolean isWhole(CodegenProperty property) {
    return property.isInteger || property.isLong || property.isShort || property.isUnboundedInteger;
  }

  private static ValueType scalar(CodegenProperty property) {
    return SCALARS.stream()
        .filter(scalar -> scalar.test().test(property))
        .map(Scalar::type)
        .findFirst()
        .orElseThrow();
  }

  /** A type without a class of its own in the document. */
  private record Scalar(Predicate<CodegenProperty> test, ValueType type) {}
}
