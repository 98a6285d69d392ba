package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** The view of {@code object.mustache}: a class with properties. */
final class ObjectView extends FileView {
  private final CodegenModel model;
  private final ValueTypes valueTypes;
  private final List<Property> properties = new ArrayList<>();
  private final boolean sent;
  private final RunFacts run;
  private final boolean isRun;
  private final boolean isFile;

  /**
   * Creates the view of one class.
   *
   * @param model its schema
   * @param document the context of the document
   */
  ObjectView(CodegenModel model, DocumentContext document) {
    super(document.modelPackage(), model.classname, document.modelContext(model.classname));
    this.model = model;
    this.valueTypes = document.types();
    this.sent = document.isSent(model.classname);
    this.run = new RunFacts(model, valueTypes, document.fileModels());
    this.isRun = run.isRun();
    this.isFile = RunFacts.isFile(model);
    file.imports().declare("Builder");
    Set<String> names = new HashSet<>();
    model.vars.forEach(property -> names.add(property.name));
    for (CodegenProperty property : model.vars) {
      String marker = marker(property.name, names);
      properties.add(
          new Property(
              property,
              properties.size(),
              name,
              valueTypes.of(property),
              ReleasedPresence.of(model.vendorExtensions, property.baseName),
              file,
              marker,
              implementsGetter(property)));
    }
  }

  private boolean implementsGetter(CodegenProperty property) {
    return (isRun && RunFacts.isOfRun(property)) || (isFile && RunFacts.isOfFile(property));
  }

  private static String marker(String property, Set<String> taken) {
    String marker = "has" + Literals.capitalized(property.replace("_", ""));
    while (!taken.add(marker)) {
      marker += "_";
    }
    return marker;
  }

  @Override
  String template() {
    return "object";
  }

  public List<Property> properties() {
    return properties;
  }

  public List<Property> settable() {
    return properties.stream().filter(Property::settable).toList();
  }

  public String doc() {
    return typeDoc(model.unescapedDescription, model.isDeprecated);
  }

  public String declaration() {
    List<String> interfaces = new ArrayList<>();
    Object unions = model.vendorExtensions.get("x-implements");
    if (unions instanceof Iterable<?> names) {
      names.forEach(union -> interfaces.add(sibling(union.toString())));
    }
    if (isRun) {
      interfaces.add(runtime("Run"));
    }
    if (isFile) {
      interfaces.add(runtime("FileReference"));
    }
    for (Property property : properties) {
      if (RunFacts.isPending(property.schema()) && !isRun) {
        interfaces.add(runtime("RunState"));
      }
      if (has(property, "x-extend-page-items")) {
        interfaces.add(runtime("Page") + "<" + item(property) + ">");
      }
    }
    if (!isRun && !isFile) {
      interfaces.add(runtime("Model"));
    }
    String head = "public final class " + name + " extends " + internal("ObjectModel");
    return Layout.parts(0, head, "implements " + String.join(", ", interfaces) + " {");
  }

  public String adapter() {
    String type = internal("ObjectAdapter");
    return Layout.parts(
        2,
        "static final " + type + "<" + name + "> ADAPTER =",
        "new " + type + "<>(new Builder());");
  }

  /** Returns the expression for its adapter in a static method. */
  public String ownAdapter() {
    return "ADAPTER";
  }

  /**
   * Returns the statements that preset properties of a new builder; a builder for reading has none.
   */
  public List<String> presets() {
    List<String> statements = new ArrayList<>();
    for (Property property : properties) {
      if (!property.settable()) {
        statements.add("builder." + property.name() + " = " + property.constant() + ";");
      } else if (property.isNullUnlessSet()) {
        statements.add("builder." + property.marker() + " = true;");
      }
    }
    return statements;
  }

  public boolean hasPresets() {
    return !presets().isEmpty();
  }

  public String builderDoc() {
    String set =
        properties.stream()
            .filter(property -> !property.settable())
            .map(property -> Markdown.code(property.schema().baseName))
            .collect(Collectors.joining(" and "));
    String doc =
        "{@return a new builder" + (set.isEmpty() ? "}" : " with the constant " + set + "}");
    return new Javadoc(file.markdown()).html(doc).at(2);
  }

  /**
   * Returns the factory methods for an object in requests with a single property that is required,
   * or was in a release.
   */
  public List<OfView> of() {
    if (!sent) {
      return List.of();
    }
    Map<String, OfView> found = new LinkedHashMap<>();
    List<Property> required = properties.stream().filter(Property::mustBeSet).toList();
    if (required.size() == 1) {
      found.put(required.get(0).typeWithoutNull(), of(required.get(0)));
    }
    for (List<String> list : OnceRequired.of(model.vendorExtensions).lists()) {
      List<Property> once =
          properties.stream()
              .filter(Property::canBeRequired)
              .filter(property -> list.contains(property.schema().baseName))
              .toList();
      if (once.size() == 1 && once.containsAll(required)) {
        found.putIfAbsent(once.get(0).typeWithoutNull(), of(once.get(0)));
      }
    }
    return List.copyOf(found.values());
  }

  private OfView of(Property property) {
    Javadoc doc =
        new Javadoc(file.markdown())
            .html(
                property.mustBeSet()
                    ? "An object with its only required property."
                    : "An object with the property that was required once.")
            .tag("param", property.name() + " see {@link Builder#" + property.name() + "}")
            .tag("return", "without optional properties");
    String head = "public static " + name + " of(";
    String argument = property.typeWithoutNull() + " " + property.name();
    return new OfView(
        doc.at(2),
        Layout.call(2, head, List.of(argument), ")"),
        "return builder()." + property.name() + "(" + property.name() + ").build();");
  }

  /** A static method that makes an object from one value. */
  record OfView(String doc, String signature, String body) {}

  /** Returns the methods that implement the interfaces of the class. */
  public List<OneLiner> interfaceMethods() {
    List<OneLiner> methods = new ArrayList<>();
    for (Property property : properties) {
      String value = "properties." + property.name();
      if (RunFacts.isPending(property.schema())) {
        String pending =
            property.isRequired()
                ? property.getter() + "().isPending()"
                : value + " != null && " + value + ".isPending()";
        methods.add(new OneLiner("public boolean isPending()", "return " + pending + ";"));
      }
      if (has(property, "x-extend-page-items")) {
        String list = use("java.util.List");
        methods.add(
            new OneLiner(
                "public " + list + "<" + item(property) + "> pageItems()",
                "return " + value + " == null ? " + list + ".of() : " + value + ";"));
      }
      if (has(property, "x-extend-page-token")) {
        String type = JavaType.STRING.asNullable().in(file.imports());
        methods.add(new OneLiner("public " + type + " pageToken()", "return " + value + ";"));
      }
    }
    String files = run.filesBody();
    if (isRun && files != null) {
      String list = use("java.util.List") + "<" + runtime("FileReference") + ">";
      methods.add(new OneLiner("public " + list + " files()", files));
    }
    return methods;
  }

  /** A method with one statement. */
  record OneLiner(String signature, String body) {}

  public String names() {
    List<String> names = properties.stream().map(Property::literal).toList();
    return Layout.braces(4, "private static final String[] NAMES = ", names, ";");
  }

  public String values() {
    List<String> values = properties.stream().map(Property::value).toList();
    return Layout.braces(6, "return new @" + use(NULLABLE) + " Object[] ", values, ";");
  }

  /** Returns the check in {@code build()}; null if no property is required. */
  public @Nullable String check() {
    List<String> calls = new ArrayList<>();
    properties.stream().map(Property::requirement).filter(Objects::nonNull).forEach(calls::add);
    if (calls.isEmpty()) {
      return null;
    }
    calls.add(".check()");
    String head = "new " + internal("RequiredProperties") + "(\"" + name + "\")";
    return Layout.chain(6, head, calls, ";");
  }

  public String builderDeclaration() {
    return Layout.parts(
        2,
        "public static final class Builder",
        "extends " + internal("ModelBuilder") + "<" + name + ", Builder> {");
  }

  /** Returns the statements for the traits of a union member; empty if the class is in no union. */
  public List<String> traits() {
    if (!model.vendorExtensions.containsKey("x-implements")) {
      return List.of();
    }
    List<String> traits = new ArrayList<>();
    List<String> required =
        model.requiredVars.stream().map(property -> Literals.text(property.baseName)).toList();
    traits.add(Layout.call(6, "traits.required(", required, ");"));
    for (Property property : properties) {
      if (property.isConstant()) {
        traits.add("traits.constant(" + property.literal() + ", " + property.constant() + ");");
      }
    }
    return traits;
  }

  public boolean hasTraits() {
    return !traits().isEmpty();
  }

  private String item(Property list) {
    return valueTypes.of(list.schema().items).held().in(file.imports());
  }

  private static boolean has(Property property, String extension) {
    return property.schema().vendorExtensions.containsKey(extension);
  }
}
