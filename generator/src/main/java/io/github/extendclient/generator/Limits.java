package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.IJsonSchemaValidationProperties;

/** Describes the limits of a value in words. */
final class Limits {
  private Limits() {}

  static String of(CodegenProperty property) {
    return text(property);
  }

  static String of(CodegenParameter parameter) {
    return text(parameter);
  }

  private static String text(IJsonSchemaValidationProperties schema) {
    List<String> limits = new ArrayList<>();
    if (schema.getMinimum() != null) {
      limits.add((schema.getExclusiveMinimum() ? "More than " : "At least ") + schema.getMinimum());
    }
    if (schema.getMaximum() != null) {
      limits.add((schema.getExclusiveMaximum() ? "Less than " : "At most ") + schema.getMaximum());
    }
    if (schema.getMaxLength() != null) {
      limits.add("At most " + schema.getMaxLength() + " characters");
    }
    if (schema.getMinItems() != null) {
      limits.add("At least " + counted(schema.getMinItems()));
    }
    if (schema.getMaxItems() != null) {
      limits.add("At most " + counted(schema.getMaxItems()));
    }
    StringBuilder text = new StringBuilder();
    limits.forEach(limit -> text.append(' ').append(limit).append('.'));
    return text.toString();
  }

  private static String counted(int items) {
    return items == 1 ? "1 element" : items + " elements";
  }
}
