package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenDiscriminator.MappedModel;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** The view of {@code union.mustache}: a sealed interface over the classes of its members. */
final class UnionView extends FileView {
  private final CodegenModel model;
  private final ValueTypes valueTypes;

  UnionView(CodegenModel model, DocumentContext document) {
    super(document.modelPackage(), model.classname, document.modelContext(model.classname));
    this.model = model;
    this.valueTypes = document.types();
    file.imports().declare("Unknown").declare("OfMap");
  }

  @Override
  String template() {
    return "union";
  }

  public String doc() {
    return typeDoc(model.unescapedDescription, model.isDeprecated);
  }

  public boolean run() {
    return isRun(model);
  }

  static boolean isRun(CodegenModel model) {
    return model.vendorExtensions.containsKey("x-extend-run");
  }

  public String declaration() {
    List<String> permitted = new ArrayList<>();
    for (CodegenProperty member : members()) {
      permitted.add(member.isMap ? name + ".OfMap" : sibling(member.dataType));
    }
    permitted.add(name + ".Unknown");
    permitted.add("FutureMember");
    String head =
        "public sealed interface "
            + name
            + " extends "
            + runtime("JsonDocument")
            + (run() ? ", " + runtime("RunState") : "")
            + "\n    permits ";
    return Layout.call(4, head, permitted, " {").replace("permits \n    ", "permits\n    ");
  }

  /** Returns the expression for its adapter in a static method. */
  public String ownAdapter() {
    return "Unknown.ADAPTER";
  }

  /** Returns the type of the member with arbitrary names; null if there is none. */
  public @Nullable String mapType() {
    for (CodegenProperty member : members()) {
      if (member.isMap) {
        return valueTypes.of(member).shown().in(file.imports());
      }
    }
    return null;
  }

  /** Returns the expression for the adapter. */
  public String adapter() {
    List<String> calls = new ArrayList<>();
    Object tag = model.vendorExtensions.get("x-extend-tag");
    if (tag == null && model.discriminator == null) {
      String head = "new " + internal("StructuralUnionAdapter") + "<" + name + ">(Unknown::new)";
      for (CodegenProperty member : members()) {
        calls.add(
            member.isMap
                ? ".mapMember(OfMap.class, "
                    + valueTypes.of(member).adapter().apply(file.imports())
                    + ", OfMap::new, OfMap::value)"
                : ".member(" + adapter(member.dataType) + ")");
      }
      return assigned(head, calls);
    }
    String property = tag == null ? model.discriminator.getPropertyBaseName() : tag.toString();
    String head =
        "new "
            + internal("TaggedUnionAdapter")
            + "<"
            + name
            + ">("
            + Literals.text(property)
            + ", Unknown::new)";
    if (tag == null) {
      for (MappedModel member : model.discriminator.getMappedModels()) {
        String value = Literals.text(member.getMappingName());
        calls.add(".member(" + value + ", " + adapter(member.getModelName()) + ")");
      }
    } else {
      members().forEach(member -> calls.add(".member(" + adapter(member.dataType) + ")"));
    }
    return assigned(head, calls);
  }

  private String assigned(String head, List<String> calls) {
    String field =
        "static final " + use("com.squareup.moshi.JsonAdapter") + "<" + name + "> ADAPTER =";
    return field + "\n        " + Layout.chain(8, head, calls, ";");
  }

  private String adapter(String member) {
    return valueTypes.model(member).adapter().apply(file.imports());
  }

  /** Returns the members that are classes or maps, without a member for null. */
  private List<CodegenProperty> members() {
    return model.getComposedSchemas().getOneOf().stream()
        .filter(member -> !member.isFreeFormObject)
        .toList();
  }
}
