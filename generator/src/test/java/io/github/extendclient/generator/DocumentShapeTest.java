package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentShapeTest {
  @TempDir private Path folder;

  @Test
  void documentWithKnownKeysPasses() throws IOException {
    assertThat(faults("A: {type: object, required: [a], properties: {a: {nullable: true}}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A: {propertys: {}} | A/propertys: OpenAPI 3.0.3 has no propertys in a schema: correct its name, or leave it out.
          A: {const: a} | A/const: OpenAPI 3.0.3 has no const in a schema: correct its name, or leave it out.
          A: {type: strng} | A/type: the type is "strng": write one of string, number, integer, boolean, object, array, with nullable: true where null is a value.
          A: {type: [string, 'null']} | A/type: the type is a list: write one of string, number, integer, boolean, object, array, with nullable: true where null is a value.
          A: {required: a} | A/required: required is a single value: write a list.
          A: {properties: [a]} | A/properties: properties is a list: write an object.
          A: {properties: {a: }} | A/properties/a: it is empty: write an object.
          A: {nullable: yes} | A/nullable: nullable is "yes": write true or false.
          A: {additionalProperties: no} | A/additionalProperties: additionalProperties is "no": write a schema, true or false.
          A: {items: {$ref: '#/B'}} | A/items: there is nothing at #/B: correct the reference; it may lead into a file beside this one, but not to a server.
          A: {discriminator: {mapping: {b: '#/B'}}} | A/discriminator/mapping/b: there is nothing at #/B: correct the reference; it may lead into a file beside this one, but not to a server.
          """)
  void whatReadersWouldDropIsRefused(String schemas, String fault) throws IOException {
    assertThat(faults(schemas)).isEqualTo("api.yaml:2 #/components/schemas/" + fault);
  }

  @Test
  void whatStandsBesideAReferenceIsRefused() throws IOException {
    assertThat(faults("A: {type: string}, B: {$ref: '#/components/schemas/A', nullable: true}"))
        .isEqualTo(
            "api.yaml:2 #/components/schemas/B/nullable: what stands beside a $ref is ignored: put"
                + " the $ref into a list under allOf, or leave nullable out.");
  }

  @Test
  void valuesOfExamplesMayHaveAnyKeys() throws IOException {
    assertThat(faults("A: {example: {$ref: nowhere, propertys: 1}, default: {a: {b: c}}}"))
        .isEmpty();
  }

  @Test
  void keyThatStandsTwiceIsRefused() throws IOException {
    assertThat(faults("A: {type: string, type: integer}"))
        .isEqualTo(
            "api.yaml:2 #/components/schemas/A/type: the key stands twice in the same object:"
                + " remove one of them.");
  }

  @Test
  void textThatIsNotYamlIsRefusedWithItsLine() throws IOException {
    assertThat(faults("A: {}}}\n B: 1"))
        .isEqualTo(
            "api.yaml:3: this is not YAML, because expected <block end>, but found '<block"
                + " mapping start>': correct the indentation, quotes and colons at this line or above"
                + " it.");
  }

  private String faults(String schemas) throws IOException {
    String text = "openapi: 3.0.3\ncomponents: {schemas: {" + schemas + "}}\n";
    return new FaultyDocument(folder, text)
        .faults((document, faults) -> new DocumentShape(faults).check(document));
  }
}
