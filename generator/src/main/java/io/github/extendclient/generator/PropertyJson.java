package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that read and write a property of a model.
 *
 * @param property the property
 * @param imports the imports of the file
 */
record PropertyJson(Property property, Imports imports) {
  /** Returns the statements that read it, and keep a value that does not fit as a misfit. */
  List<String> readStatements() {
    return property.isPrimitive() ? readPrimitive() : readReference();
  }

  private List<String> readPrimitive() {
    List<String> statements = new ArrayList<>();
    statements.add("if (" + fits() + ") {");
    String field = "  this." + property.name() + " = ";
    String present = "  this." + property.marker() + " = ";
    switch (property.type().primitive()) {
      case "int" -> {
        statements.add("  long value = nextInt(reader, " + property.index() + ");");
        statements.add(field + "(int) value;");
        statements.add(present + "!isNone(value);");
      }
      case "long" -> {
        statements.add("  long value = nextLong(reader, " + property.index() + ");");
        statements.add(field + "value;");
        statements.add(present + "!isNone(value);");
      }
      case "double" -> {
        statements.add("  double value = nextDouble(reader, " + property.index() + ");");
        statements.add(field + "value;");
        statements.add(present + "!" + imports.use("java.lang.Double") + ".isNaN(value);");
      }
      default -> {
        statements.add(field + "reader.nextBoolean();");
        statements.add(present + "true;");
      }
    }
    statements.add("}");
    return statements;
  }

  private List<String> readReference() {
    List<String> statements = new ArrayList<>();
    boolean fitsAll =
        property.schema().isAnyType
            || (property.type().isUnion() && property.presence().isNullable());
    String condition = fitsAll ? null : fits();
    if (property.type().isScalar()) {
      condition = property.presence().isNullable() ? adapters() + ".hasValue(reader)" : null;
    }
    String read = condition == null ? read() + ";" : Layout.choice(18, condition, read(), "null;");
    statements.add(Layout.parts(14, "this." + property.name() + " =", read));
    if (property.marked()) {
      statements.add("this." + property.marker() + " = true;");
    }
    return statements;
  }

  /** Returns the expression that reads a value, which keeps a scalar that does not fit. */
  private String read() {
    String at = "(reader, " + property.index() + ")";
    return switch (property.type().kind()) {
      case INTEGER_ENUM -> "readIntegerEnum(" + adapter() + ", reader, " + property.index() + ")";
      default ->
          property.type().isScalar()
              ? property.type().reader() + at
              : adapter() + ".fromJson(reader)";
    };
  }

  /** Returns the expression that is true if the next value fits; else it keeps it as a misfit. */
  private String fits() {
    String token =
        property.type().token() == null
            ? "null"
            : imports.use("com.squareup.moshi.JsonReader") + ".Token." + property.type().token();
    String method = property.presence().isNullable() ? "fitsOrNull" : "fits";
    return method + "(reader, " + property.index() + ", " + token + ")";
  }

  /** Returns the statements that write the property. */
  List<String> writeStatements() {
    boolean plain =
        property.isPrimitive()
            || (property.type().written()
                && property.presence() != Presence.NULLABLE
                && !property.marked());
    boolean nullable = property.presence().isNullable();
    List<String> arguments =
        plain
            ? List.of("writer", property.literal(), "this." + property.name())
            : List.of("writer", property.literal(), "this." + property.name(), adapter());
    String method = adapters() + (nullable ? ".writeNullable(" : ".write(");
    return property.marked()
        ? List.of(
            "if (" + property.marker() + ") {", "  " + Layout.call(8, method, arguments, ");"), "}")
        : List.of(Layout.call(6, method, arguments, ");"));
  }

  private String adapters() {
    return imports.use(INTERNAL + "JsonAdapters");
  }

  /** Returns the expression for the adapter in this file. */
  private String adapter() {
    return property.type().adapter().apply(imports);
  }
}
