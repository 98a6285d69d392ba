package io.github.extendclient.generator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Finds names that Java, or the client that has the generated code as its base, does not permit.
 */
final class NameRefusals {
  /** Methods without parameters that every object has. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** Methods without parameters of the client. */
  private static final Pattern OF_THE_CLIENT =
      Pattern.compile("builder|bulk|close|deletions|operations|v\\d{8}");

  /** Classes that are generated beside the models, or within each of them. */
  private static final Set<String> OF_MODELS =
      Set.of("Builder", "FutureMember", "ModelJsonAdapterFactory");

  /** Classes of java.lang whose simple names generated code uses. */
  private static final Set<String> OF_JAVA =
      Set.of("Class", "Deprecated", "Integer", "Object", "Override", "String", "SuppressWarnings");

  /** Classes that ModelJsonAdapterFactory, which names all models, imports. */
  private static final Set<String> OF_THE_FACTORY =
      Set.of(
          "Annotation",
          "DateTime",
          "DocumentAdapter",
          "HashMap",
          "JsonAdapter",
          "JsonAdapters",
          "JsonValue",
          "Map",
          "Moshi",
          "Nullable",
          "Set",
          "Type");

  /** Schemas that openapi-generator takes for classes of the JDK. */
  private static final Set<String> OF_OPENAPI_GENERATOR = Set.of("URI", "UUID");

  /** A class file has a longer name than its class, and file systems permit 255 bytes. */
  static final int LONGEST = 200;

  private final Refusals.Faults faults;
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Map<String, SpecNode> models = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  NameRefusals(Refusals.Faults faults) {
    this.faults = faults;
  }

  /** Checks the interface of a tag. */
  void checkTag(SpecNode tag, String api) {
    String other = tags.putIfAbsent(api, tag.text());
    if (other != null && !other.equals(tag.text())) {
      faults.add(
          tag, "it has the same name in Java as the tag " + other + ", " + api + ": rename one.");
    }
    String accessor = Literals.decapitalized(api.replaceAll("Api$", ""));
    boolean isRoot = api.equals("ExtendApi");
    if (isRoot || isReserved(accessor) || OF_THE_CLIENT.matcher(accessor).matches()) {
      faults.add(
          tag,
          "the client cannot have a method "
              + accessor
              + "() for it, because the name is taken: rename the tag.");
    }
    checkLength(tag, api);
  }

  /** Checks the method of an operation. */
  void checkMethod(SpecNode operation, String api, String method) {
    if (isReserved(method) || !SourceVersion.isIdentifier(method)) {
      faults.add(
          operation,
          "Java permits no method of the name \"" + method + "\": name it with x-extend-method.");
    }
    String key = api + "." + Literals.capitalized(method);
    String other = methods.putIfAbsent(key, method);
    if (other != null && !other.equals(method)) {
      faults.add(
          operation,
          "its method "
              + method
              + " differs from "
              + other
              + " only in the first letter: name one of them with x-extend-method.");
    }
  }

  /**
   * Checks the class of a schema.
   *
   * @param schema the schema
   * @param name its name
   * @param model the name of its class
   */
  void checkModel(SpecNode schema, String name, String model) {
    SpecNode other = models.putIfAbsent(model, schema);
    if (other != null && !other.toString().equals(schema.toString())) {
      String place = other.pointer().equals(schema.pointer()) ? other.toString() : names.get(model);
      faults.add(schema, "it has the same name in Java as " + place + ": rename one of them.");
      return;
    }
    names.putIfAbsent(model, name);
    if (OF_MODELS.contains(model)) {
      faults.add(schema, "each version has a class " + model + " of its own: rename the schema.");
    }
    if (OF_JAVA.contains(model)) {
      faults.add(schema, "it would hide java.lang." + model + ": rename the schema.");
    }
    if (OF_THE_FACTORY.contains(model)) {
      faults.add(
          schema,
          "ModelJsonAdapterFactory imports another class " + model + ": rename the schema.");
    }
    if (OF_OPENAPI_GENERATOR.contains(model)) {
      faults.add(schema, "openapi-generator takes it for a class of the JDK: rename the schema.");
    }
    checkLength(schema, model);
  }

  private void checkLength(SpecNode node, String type) {
    if (type.length() > LONGEST) {
      faults.add(
          node,
          "the name of its class has "
              + type.length()
              + " characters, for which there is no file: at most "
              + LONGEST
              + " are permitted, so rename it.");
    }
  }

  private static boolean isReserved(String name) {
    return SourceVersion.isKeyword(name) || OF_OBJECTS.contains(name);
  }
}
