package io.github.extendclient.generator;

import java.util.Map;

/**
 * Adapts the generator's naming.
 *
 * @param codegen the generator
 */
record CodegenNames(ExtendCodegen codegen) implements JavaNames {
  @Override
  public String property(String name) {
    return codegen.toVarName(name);
  }

  @Override
  public String model(String name) {
    return codegen.toModelName(name);
  }

  @Override
  public String api(String tag) {
    return codegen.toApiName(codegen.sanitizeTag(tag));
  }

  @Override
  public String constant(String value, String type) {
    return codegen.toEnumVarName(value, type.equals("integer") ? "Integer" : "String");
  }

  @Override
  public String method(String operationId, String stated) {
    return OperationNames.method(
        operationId, stated.isEmpty() ? Map.of() : Map.of("x-extend-method", stated));
  }
}
