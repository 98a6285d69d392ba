package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRefusalsTest {
  private static final String GET = "#/paths/~1a/get";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Class,class",
    "Default,default",
    "Notify,notify",
    "Bulk,bulk",
    "Deletions,deletions",
    "Close,close",
    "Extend,extend",
    "V20270101,v20270101"
  })
  void tagThatHasNoMethodOfTheClientIsRefused(String tag, String accessor) throws IOException {
    assertThat(faults(operation("a_read", tag), "{}"))
        .isEqualTo(
            "api.yaml:3 "
                + GET
                + "/tags/0: the client cannot have a method "
                + accessor
                + "() for it, because the name is taken: rename the tag.");
  }

  @Test
  void operationWithoutTagIsRefused() throws IOException {
    assertThat(faults("{operationId: a_read, responses: {'204': {}}}", "{}"))
        .isEqualTo(
            "api.yaml:3 "
                + GET
                + ": the operation has no tag, from which its interface is named: add one.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "getClass", "wait", "notifyAll", "2d"})
  void nameThatNoMethodCanHaveIsRefused(String method) throws IOException {
    assertThat(faults(operation("a_" + method, "A"), "{}"))
        .isEqualTo(
            "api.yaml:3 "
                + GET
                + ": Java permits no method of the name \""
                + method
                + "\": name it with x-extend-method.");
  }

  @ParameterizedTest
  @CsvSource({
    "Builder,each version has a class Builder of its own: rename the schema.",
    "Deprecated,it would hide java.lang.Deprecated: rename the schema.",
    "Integer,it would hide java.lang.Integer: rename the schema.",
    "Map,ModelJsonAdapterFactory imports another class Map: rename the schema.",
    "Object,it would hide java.lang.Object: rename the schema.",
    "UUID,openapi-generator takes it for a class of the JDK: rename the schema."
  })
  void nameThatNoModelCanHaveIsRefused(String name, String fault) throws IOException {
    assertThat(faults(operation("a_read", "A"), "{" + name + ": {type: object}}"))
        .isEqualTo("api.yaml:4 #/components/schemas/" + name + ": " + fault);
  }

  @Test
  void nameLongerThanAFileNameIsRefused() throws IOException {
    String name = "A".repeat(201);

    assertThat(faults(operation("a_read", "A"), "{" + name + ": {type: object}}"))
        .isEqualTo(
            "api.yaml:4 #/components/schemas/"
                + name
                + ": the name of its class has 201 characters, for which there is no file: at most"
                + " 200 are permitted, so rename it.");
  }

  @ParameterizedTest
  @CsvSource({"NAMES,string", "wait,integer", "🎉,string"})
  void nameThatNoSetterCanHaveIsRefused(String name, String type) throws IOException {
    assertThat(
            faults(
                operation("a_read", "A"),
                "{A: {properties: {" + name + ": {type: " + type + "}}}}"))
        .isEqualTo(
            "api.yaml:4 #/components/schemas/A/properties/"
                + name
                + ": a builder cannot have a setter \""
                + name
                + "\": name it with x-extend-name.");
  }

  @Test
  void schemasOfOneNameInTwoPlacesAreRefused() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "schemas: {A: {type: integer}}\n");
    String schemas = "{A: {type: string}, B: {properties: {a: {$ref: 'other.yaml#/schemas/A'}}}}";

    assertThat(faults(operation("a_read", "A"), schemas))
        .isEqualTo(
            "other.yaml:1 #/schemas/A: it has the same name in Java as A: rename one of them.");
  }

  private static String operation(String id, String tag) {
    return "{operationId: " + id + ", tags: [" + tag + "], responses: {'204': {}}}";
  }

  private String faults(String get, String schemas) throws IOException {
    String text =
        "openapi: 3.0.3\npaths:\n  /a: {get: "
            + get
            + "}\ncomponents: {schemas: "
            + schemas
            + "}\n";
    CodegenNames names = new CodegenNames(new ExtendCodegen());
    return new FaultyDocument(folder, text)
        .faults((document, faults) -> Refusals.check(document.file(), names));
  }
}
