package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenModel;

/** The view of {@code enum.mustache}: a class with a constant for each known value. */
final class EnumView extends FileView {
  private final CodegenModel model;

  EnumView(CodegenModel model, DocumentContext document) {
    super(document.modelPackage(), model.classname, document.modelContext(model.classname));
    this.model = model;
  }

  @Override
  String template() {
    return "enum";
  }

  /** A value with its constant. */
  record ConstantView(String doc, String constant, String literal, String declaration) {}

  /** Returns whether a model is an enum of integers. */
  static boolean isInteger(CodegenModel model) {
    return model.isEnum && !model.isString && (model.isInteger || model.isLong || model.isNumeric);
  }

  private boolean isInteger() {
    return isInteger(model);
  }

  /** Returns the superclass. */
  public String parent() {
    return runtime(isInteger() ? "OpenIntegerEnum" : "OpenEnum");
  }

  /** Returns the class of the adapter. */
  public String adapter() {
    return internal(isInteger() ? "OpenIntegerEnumAdapter" : "OpenEnumAdapter");
  }

  /** Returns the type of a value in JSON. */
  public String wireType() {
    return isInteger() ? "long" : use("java.lang.String");
  }

  public String doc() {
    return typeDoc(model.unescapedDescription, model.isDeprecated);
  }

  @SuppressWarnings("unchecked")
  public List<ConstantView> constants() {
    List<ConstantView> constants = new ArrayList<>();
    Object values = model.allowableValues.get("enumVars");
    Object descriptions = model.vendorExtensions.get("x-enum-descriptions");
    int index = 0;
    for (Map<String, Object> value : (List<Map<String, Object>>) values) {
      String literal = value.get("value").toString();
      String description =
          descriptions instanceof List<?> texts && index < texts.size()
              ? texts.get(index).toString()
              : null;
      Javadoc doc = new Javadoc(file.markdown()).text(description);
      if (description == null) {
        doc.html("The value " + Markdown.code(plain(literal)) + ".");
      }
      String wire = isInteger() ? plain(literal) + "L" : literal;
      String constant = value.get("name").toString();
      String declaration =
          Layout.parts(
              2,
              "public static final " + name + " " + constant + " =",
              "new " + name + "(" + wire + ", true);");
      constants.add(new ConstantView(doc.at(2), constant, wire, declaration));
      index++;
    }
    return constants;
  }

  public String list() {
    String elements =
        constants().stream().map(ConstantView::constant).collect(Collectors.joining(", "));
    String head = "private static final " + use("java.util.List") + "<" + name + "> VALUES =";
    return Layout.parts(
        2,
        head,
        Layout.call(6, use("java.util.List") + ".of(", List.of(elements.split(", ")), ");"));
  }

  /** Returns the pending values as case labels; empty if the enum is not a state. */
  public String pending() {
    Object pending = model.vendorExtensions.get("x-extend-pending");
    return pending instanceof List<?> values
        ? values.stream()
            .map(value -> Literals.text(value.toString()))
            .collect(Collectors.joining(", "))
        : "";
  }

  public boolean state() {
    return !pending().isEmpty();
  }

  private static String plain(String literal) {
    return literal.replaceAll("^\"|\"$", "");
  }
}
