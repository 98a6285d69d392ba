package io.github.extendclient.generator;

/** Finds forms that the generated code could not send faithfully. */
final class FormRefusals {
  private final SchemaRefusals schemas;
  private final Refusals.Faults faults;

  FormRefusals(SchemaRefusals schemas, Refusals.Faults faults) {
    this.schemas = schemas;
    this.faults = faults;
  }

  void check(String type, SpecNode media, SpecNode schema) {
    if (!schema.has("properties") || schema.has("allOf") || schema.has("oneOf")) {
      faults.add(
          schema, "a form has named parts: describe it as an object with properties of its own.");
      return;
    }
    if (media.has("encoding")) {
      faults.add(
          media.get("encoding"),
          "parts are sent in the encoding of their types: leave encoding out.");
    }
    if (schema.has("additionalProperties")
        && !schema.text("additionalProperties").equals("false")) {
      faults.add(
          schema.get("additionalProperties"), "the parts of a form have names: describe each.");
    }
    boolean isMultipart = type.startsWith("multipart/");
    schemas.checkNames(schema, "properties");
    schema.entries("properties").values().forEach(use -> checkPart(isMultipart, use));
  }

  private void checkPart(boolean isMultipart, SpecNode use) {
    SpecNode part = faults.resolved(use);
    if (part == null) {
      return;
    }
    boolean isList = part.text("type").equals("array");
    SpecNode items = isList ? part.get("items") : part;
    SpecNode value = items == null ? null : faults.resolved(items);
    if (value == null || value.text("format").equals("binary")) {
      if (value != null && !isMultipart) {
        faults.add(use, "a file needs a form of parts: use multipart/form-data.");
      }
      return;
    }
    if (isList && value.text("type").equals("array")) {
      faults.add(use, "a list of lists has no form in a form: describe it as a JSON body.");
      return;
    }
    schemas.check(items);
    if (isObject(value)) {
      if (!isMultipart) {
        faults.add(use, "an object has no form in such a form: use multipart/form-data.");
      } else if (!hasClass(value)) {
        faults.add(use, "free-form JSON has no class that writes it: give the part a schema.");
      }
    }
  }

  private static boolean isObject(SpecNode value) {
    if (value.items("allOf").size() == 1) {
      SpecNode referred = value.items("allOf").get(0).resolved();
      return referred != null && isObject(referred);
    }
    return SchemaRefusals.isObject(value);
  }

  private static boolean hasClass(SpecNode value) {
    return value.has("properties") || value.has("allOf") || value.has("oneOf");
  }
}
