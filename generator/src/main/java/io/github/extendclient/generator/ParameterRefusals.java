package io.github.extendclient.generator;

/** Finds parameters that the generated code could not send faithfully. */
final class ParameterRefusals {
  private final SchemaRefusals schemas;
  private final Refusals.Faults faults;

  ParameterRefusals(SchemaRefusals schemas, Refusals.Faults faults) {
    this.schemas = schemas;
    this.faults = faults;
  }

  void check(SpecNode parameter) {
    String place = parameter.text("in");
    if (place.equals("cookie")) {
      faults.add(parameter, "a cookie is not sent by the client: describe it as a header.");
      return;
    }
    schemas.checkArgument(parameter.text("name"), parameter);
    if (parameter.has("content")) {
      faults.add(
          parameter,
          "a parameter with a media type is not written faithfully: give it a schema and a style.");
      return;
    }
    if (parameter.isTrue("allowReserved")) {
      faults.add(
          parameter, "reserved characters are always percent-encoded: leave allowReserved out.");
    }
    SpecNode use = parameter.get("schema");
    SpecNode schema = use == null ? null : faults.resolved(use);
    if (schema == null) {
      if (use == null) {
        faults.add(parameter, "the parameter has no schema: add one.");
      }
      return;
    }
    schemas.check(use);
    String style = parameter.text("style");
    if (style.equals("deepObject")) {
      checkDeepObject(parameter, schema);
    } else if (SchemaRefusals.isObject(schema)) {
      faults.add(
          parameter,
          place.equals("query")
              ? "an object in the query is written as a deepObject only: set style: deepObject."
              : "an object is not written into a "
                  + place
                  + ": describe its properties as parameters.");
    } else {
      checkValue(parameter, schema, place, style);
    }
  }

  private void checkValue(SpecNode parameter, SpecNode schema, String place, String style) {
    if (style.equals("matrix") || style.equals("label")) {
      faults.add(parameter, "the style " + style + " is not written: leave the style out.");
    }
    if (schema.text("type").equals("array")) {
      SpecNode items = schema.get("items");
      SpecNode element = items == null ? null : items.resolved();
      if (element != null
          && (SchemaRefusals.isObject(element) || element.text("type").equals("array"))) {
        faults.add(
            parameter, "a list in a parameter holds texts and numbers: describe it as a body.");
      }
      if (style.endsWith("Delimited") && parameter.isTrue("explode")) {
        faults.add(
            parameter, "the style " + style + " has no form with explode: set explode: false.");
      }
    }
    if (place.equals("path") && schema.text("format").equals("byte")) {
      faults.add(parameter, "base64 has slashes, which end a part of a path: use the query.");
    }
  }

  private void checkDeepObject(SpecNode parameter, SpecNode schema) {
    if (!schema.has("properties")) {
      faults.add(
          parameter,
          "a deepObject is written by its properties: describe them as a schema of its own.");
    }
    schema
        .entries("properties")
        .forEach(
            (name, use) -> {
              SpecNode property = use.resolved();
              if (property != null && isNested(property)) {
                faults.add(
                    parameter,
                    "how "
                        + name
                        + " is written within a deepObject is not defined: give it only properties"
                        + " that are texts, numbers or booleans.");
              }
            });
  }

  private static boolean isNested(SpecNode property) {
    if (property.has("allOf") && property.items("allOf").size() == 1) {
      SpecNode referred = property.items("allOf").get(0).resolved();
      return referred != null && isNested(referred);
    }
    return SchemaRefusals.isObject(property) || property.text("type").equals("array");
  }
}
