package io.github.extendclient.generator;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/**
 * Determines from the properties of an object whether it implements {@code Run} and {@code
 * FileReference} of the runtime.
 */
final class RunFacts {
  private static final String TEXT = "java.lang.String";
  private static final Set<String> FILE_GETTERS = Set.of("id", "name");
  private static final Map<String, String> RUN_GETTERS =
      Map.of(
          "id", TEXT,
          "batchId", TEXT,
          "createdAt", "java.time.OffsetDateTime",
          "failureReason", TEXT,
          "failureMessage", TEXT);

  private final ValueTypes types;
  private final Set<String> fileModels;
  private final Map<String, CodegenProperty> properties;

  /**
   * Creates the facts of one object.
   *
   * @param model its schema
   * @param types finds the types of its properties
   * @param fileModels the models that are files
   */
  RunFacts(CodegenModel model, ValueTypes types, Set<String> fileModels) {
    this.types = types;
    this.fileModels = fileModels;
    this.properties =
        model.vars.stream().collect(Collectors.toMap(property -> property.baseName, p -> p));
  }

  /**
   * Returns whether the object is a run: it has an ID, a state, and no property that conflicts with
   * the interface.
   */
  boolean isRun() {
    CodegenProperty status = properties.get("status");
    return properties.containsKey("id")
        && status != null
        && isPending(status)
        && RUN_GETTERS.entrySet().stream()
            .allMatch(getter -> fits(properties.get(getter.getKey()), getter.getValue()));
  }

  private boolean fits(@Nullable CodegenProperty property, String type) {
    return property == null || types.of(property).shown().name().equals(type);
  }

  /** Returns whether a property is a state with pending values. */
  static boolean isPending(CodegenProperty property) {
    return property.vendorExtensions.containsKey("x-extend-pending");
  }

  /** Returns whether a model is a file of the API. */
  static boolean isFile(CodegenModel model) {
    return model.vendorExtensions.containsKey("x-extend-file");
  }

  /** Returns whether {@code Run} declares the getter of a property. */
  static boolean isOfRun(CodegenProperty property) {
    return RUN_GETTERS.containsKey(property.baseName) || property.baseName.equals("status");
  }

  /** Returns whether {@code FileReference} declares the getter of a property. */
  static boolean isOfFile(CodegenProperty property) {
    return FILE_GETTERS.contains(property.baseName);
  }

  /** Returns the statement of {@code files()}; null if the object has no files. */
  @Nullable String filesBody() {
    CodegenProperty one = properties.get("file");
    CodegenProperty several = properties.get("files");
    String file = one != null && isFile(one.dataType) ? one.getter + "()" : "null";
    String files =
        several != null && several.isArray && isFile(several.items.dataType)
            ? several.getter + "()"
            : "null";
    return file.equals(files) ? null : "return files(" + file + ", " + files + ");";
  }

  private boolean isFile(String type) {
    return fileModels.contains(type);
  }
}
