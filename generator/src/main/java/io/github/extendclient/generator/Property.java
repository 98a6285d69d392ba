package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A property of an object in Java: its names, its field, getter and setter, as type and presence
 * decide. {@link PropertyJson} reads and writes it.
 */
final class Property {
  private final CodegenProperty schema;
  private final int index;
  private final String model;
  private final ValueType type;
  private final Presence presence;
  private final ReleasedPresence released;
  private final String marker;
  private final boolean implementsGetter;
  private final Imports imports;
  private final Markdown markdown;

  Property(
      CodegenProperty schema,
      int index,
      String model,
      ValueType type,
      ReleasedPresence released,
      FileContext file,
      String marker,
      boolean implementsGetter) {
    this.schema = schema;
    this.index = index;
    this.model = model;
    this.type = type;
    this.released = released;
    this.presence = Presence.of(isRequired(schema), schema.isNullable);
    this.marker = marker;
    this.implementsGetter = implementsGetter;
    this.imports = file.imports();
    this.markdown = file.markdown();
  }

  /**
   * Returns whether the property is required. A property that only one side sends is not required
   * of the other.
   */
  private static boolean isRequired(CodegenProperty schema) {
    return schema.required && !schema.isReadOnly && !schema.isWriteOnly;
  }

  CodegenProperty schema() {
    return schema;
  }

  ValueType type() {
    return type;
  }

  Presence presence() {
    return presence;
  }

  /** Returns the index of the property. */
  public int index() {
    return index;
  }

  /** Returns the name of field and setter. */
  public String name() {
    return schema.name;
  }

  /** Returns the name as a literal. */
  public String literal() {
    return Literals.text(schema.baseName);
  }

  public String getter() {
    return schema.getter;
  }

  boolean isConstant() {
    return schema.isEnum && !schema.isContainer;
  }

  String constant() {
    return Literals.text(schema._enum.get(0));
  }

  /**
   * Returns whether there is a setter: the builder itself sets a constant that is always present.
   */
  public boolean settable() {
    return !(isConstant() && schema.required);
  }

  boolean mustBeSet() {
    return schema.required && !schema.isNullable && canBeRequired();
  }

  /** Returns whether callers may have had to set it, whatever the schema says of null now. */
  boolean canBeRequired() {
    return !schema.isReadOnly && !isConstant();
  }

  /** Returns whether the property is sent as null if it is not set, because it must be present. */
  boolean isNullUnlessSet() {
    return presence == Presence.NULLABLE;
  }

  boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** Returns whether a second field marks the property as present. */
  public boolean marked() {
    return presence.isNullable() || isPrimitive();
  }

  boolean isPrimitive() {
    return presence == Presence.REQUIRED && type.primitive() != null;
  }

  /** Returns the name of that second field. */
  public String marker() {
    return marker;
  }

  /** Returns whether getter and setter are of the primitive type. */
  private boolean showsPrimitive() {
    return wasPrimitive() || (isPrimitive() && released != ReleasedPresence.OPTIONAL);
  }

  private boolean wasPrimitive() {
    return type.primitive() != null && released == ReleasedPresence.PRESENT;
  }

  /** Returns the methods for a value that may be absent, and once was not; null for others. */
  public @Nullable KeptPrimitive kept() {
    if (!wasPrimitive()) {
      return null;
    }
    String value = "properties." + name();
    String orNull = isPrimitive() ? "properties." + marker + " ? " + value + " : null" : value;
    return new KeptPrimitive(
        name(),
        getter() + "OrNull",
        boxType(),
        typeWithoutNull(),
        "optional(" + orNull + ", \"" + model + "\", " + literal() + ")",
        description().tag("return", returned()).deprecatedIf(schema.deprecated).at(2),
        description()
            .tag("param", name() + " its value")
            .tag("return", "this")
            .deprecatedIf(schema.deprecated)
            .at(4),
        type.shown().in(imports));
  }

  public String fieldType() {
    return isPrimitive() ? type.primitive() : type.held().asNullable().in(imports);
  }

  private String shownType() {
    return showsPrimitive() ? typeWithoutNull() : boxType();
  }

  private String boxType() {
    boolean takesNull = presence.takesNull() || wasPrimitive();
    return (takesNull ? type.shown().asNullable() : type.shown()).in(imports);
  }

  /** The type where null is not a value. */
  String typeWithoutNull() {
    return type.primitive() == null ? type.shown().in(imports) : type.primitive();
  }

  public String getterDoc() {
    boolean isThere = isRequired() || wasPrimitive();
    Javadoc doc = description().tag("return", isThere ? always() : returned());
    if (isThere) {
      imports.use(RUNTIME + "MissingPropertyException");
      String other = wasPrimitive() ? ": see {@link #" + getter() + "OrNull}" : "";
      doc.tag("throws", "MissingPropertyException if the response lacks it" + other);
    }
    return doc.deprecatedIf(schema.deprecated).at(2);
  }

  public String setterDoc() {
    return description()
        .tag("param", name() + " " + accepted())
        .tag("return", "this")
        .deprecatedIf(schema.deprecated)
        .at(4);
  }

  private Javadoc description() {
    String text = schema.unescapedDescription;
    Javadoc doc = new Javadoc(markdown);
    String limits = Limits.of(schema);
    if (text == null || text.isBlank()) {
      doc.html("The property " + Markdown.code(schema.baseName) + "." + limits);
    } else {
      doc.text(text + limits);
    }
    return doc;
  }

  private String always() {
    return showsPrimitive() ? "as the API sent it" : "never null";
  }

  private String returned() {
    return switch (presence) {
      case REQUIRED -> always();
      case NULLABLE -> "null if the API sent null";
      case OPTIONAL -> "null if absent";
      case OPTIONAL_NULLABLE -> "null if absent or null in the response";
    };
  }

  private String accepted() {
    return switch (presence) {
      case REQUIRED -> "required";
      case NULLABLE -> "null is sent as null";
      case OPTIONAL -> "null to omit it";
      case OPTIONAL_NULLABLE -> "null is sent as null; do not call this to omit it";
    };
  }

  public List<String> getterAnnotations() {
    List<String> annotations = new ArrayList<>();
    if (schema.deprecated) {
      annotations.add("@Deprecated");
    }
    String ids = Annotations.idPrefix(schema.vendorExtensions, imports);
    if (ids != null) {
      annotations.add(ids);
    }
    if (implementsGetter) {
      annotations.add("@" + imports.use("java.lang.Override"));
    }
    return annotations;
  }

  public List<String> setterAnnotations() {
    return schema.deprecated ? List.of("@Deprecated") : List.of();
  }

  public String getterSignature() {
    return "public " + shownType() + " " + getter() + "()";
  }

  public List<String> getterBody() {
    String value = "properties." + name();
    String place = "\"" + model + "\", " + literal();
    if (isPrimitive()) {
      return List.of(
          Layout.call(4, "checkPresent(", List.of("properties." + marker, place), ");"),
          "return " + value + ";");
    }
    if (wasPrimitive()) {
      return List.of("return required(" + value + ", " + place + ");");
    }
    if (type.text() != null) {
      String format = imports.use(INTERNAL + "TextFormat") + "." + type.text();
      String parse = isRequired() ? ".require(" : ".parse(";
      String checked = (isRequired() ? "required(" : "optional(") + value + ", " + place + ")";
      return List.of(Layout.call(4, "return " + format + parse, List.of(checked, place), ");"));
    }
    String kind = type.isDateTime() ? "Time(" : "(";
    String method = (isRequired() ? "return required" : "return optional") + kind;
    return List.of(Layout.call(4, method, List.of(value, place), ");"));
  }

  public String setterSignature() {
    String argument = (wasPrimitive() ? boxType() : shownType()) + " " + name();
    return Layout.call(4, "public Builder " + name() + "(", List.of(argument), ")");
  }

  public List<String> setterBody() {
    List<String> body = new ArrayList<>();
    body.add("forget(NAMES, " + index + ");");
    body.add(Layout.parts(6, "this." + name() + " =", set() + ";"));
    if (marked()) {
      body.add("this." + marker + " = true;");
    }
    return body;
  }

  private String set() {
    if (isPrimitive() && released == ReleasedPresence.SAME) {
      return name();
    }
    if (isRequired()) {
      String objects = imports.use("java.util.Objects");
      return converted(objects + ".requireNonNull(" + name() + ", \"" + name() + "\")");
    }
    String converted = converted(name());
    return converted.equals(name()) ? name() : orNull(name(), converted);
  }

  private String converted(String value) {
    if (type.isList()) {
      return imports.use(INTERNAL + "Copies") + ".list(" + value + ")";
    }
    if (type.isMap()) {
      return imports.use(INTERNAL + "Copies") + ".map(" + value + ")";
    }
    if (type.isDateTime()) {
      return imports.use(ValueTypes.DATE_TIME) + ".of(" + value + ")";
    }
    return type.text() == null
        ? value
        : imports.use(INTERNAL + "TextFormat") + "." + type.text() + ".print(" + value + ")";
  }

  private static String orNull(String value, String converted) {
    return value + " == null ? null : " + converted;
  }

  /** Returns the line that requires the property in {@code build()}; null if it may be missing. */
  @Nullable String requirement() {
    boolean set = schema.required && !schema.isReadOnly && !schema.isNullable;
    if (!set) {
      return null;
    }
    return isPrimitive()
        ? ".require(" + literal() + ", " + marker + ")"
        : ".requireValue(" + literal() + ", " + name() + ")";
  }

  /** Returns the expression for its value in comparison and text. */
  String value() {
    String value = name();
    if (schema.vendorExtensions.containsKey("x-extend-secret")) {
      value = imports.use(INTERNAL + "Secret") + ".of(" + value + ")";
    }
    return marked() ? "present(" + marker + ", " + value + ")" : value;
  }

  /** Returns the statements that read it, and keep a value that does not fit as a misfit. */
  public List<String> readStatements() {
    return new PropertyJson(this, imports).readStatements();
  }

  /** Returns the statements that write the property. */
  public List<String> writeStatements() {
    return new PropertyJson(this, imports).writeStatements();
  }
}
