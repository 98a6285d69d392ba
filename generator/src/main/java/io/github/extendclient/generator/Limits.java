package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.IJsonSchemaValidationProperties;

/** Describes the limits of a value in words. */
final class Limits {
  private Limits() {}

  /** Returns the limits that the description does not state, with a space before each. */
  static String of(CodegenProperty property) {
    return text(property, property.unescapedDescription);
  }

  /** Returns the limits that the description does not state, with a space before each. */
  static String of(CodegenParameter parameter) {
    return text(parameter, parameter.unescapedDescription);
  }

  private static String text(IJsonSchemaValidationProperties schema, @Nullable String description) {
    List<String> limits = new ArrayList<>();
    boolean isRange =
        description != null
            && Pattern.compile(
                    "\\b\\Q%s\\E (?:to|and) \\Q%s\\E\\b"
                        .formatted(schema.getMinimum(), schema.getMaximum()))
                .matcher(description)
                .find();
    if (isRange) {
      return "";
    }
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
