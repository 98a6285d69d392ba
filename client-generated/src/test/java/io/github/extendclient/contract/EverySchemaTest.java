package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing is lost: random documents of every schema, seeded by the name of the schema, come out as
 * they went in. {@code -Ddocuments} sets how many are drawn for each.
 */
class EverySchemaTest {
  /** Classes of the package that are no schemas. */
  private static final Set<String> OF_THE_PACKAGE =
      Set.of("FutureMember", "ModelJsonAdapterFactory", "package-info");

  private static final int DOCUMENTS = Integer.getInteger("documents", 100);

  @TestFactory
  Stream<DynamicTest> aDocumentComesOutAsItWentIn() {
    return SchemaCheck.ofAll(
        (json, spec, name) -> {
          Documents documents = new Documents(spec, name.hashCode(), true);
          for (int i = 0; i < DOCUMENTS; i++) {
            JsonNode document = documents.draw(spec.schema(name));
            if (!document.isNull()) {
              check(json, name, document, i % 10 == 0);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nullOrNothingInPlaceOfAnyPropertyIsRead() {
    return SchemaCheck.ofAll(
        (json, spec, name) -> {
          JsonNode document = new Documents(spec, name.hashCode(), false).draw(spec.schema(name));
          if (document instanceof ObjectNode object) {
            for (String property : names(object)) {
              ObjectNode withNull = object.deepCopy().putNull(property);
              ObjectNode without = object.deepCopy().without(property);
              assertThatCode(() -> json.decode(name, withNull).toString())
                  .as("%s", withNull)
                  .doesNotThrowAnyException();
              assertThatCode(() -> json.decode(name, without).toString())
                  .as("%s", without)
                  .doesNotThrowAnyException();
            }
          }
        });
  }

  /**
   * Replaces the warnings of the generator, which do not fail a build: it renames words that it
   * takes for reserved, makes up missing names, and omits what it does not support.
   */
  @ParameterizedTest
  @EnumSource(Spec.class)
  void theClassesAreThoseOfTheSpecification(Spec spec) throws Exception {
    Path folder =
        Path.of(
                spec.models()
                    .getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .resolve(spec.packageName().replace('.', '/') + "/model");
    TreeSet<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.contains("$"))
          .filter(name -> !OF_THE_PACKAGE.contains(name))
          .forEach(classes::add);
    }

    assertThat(classes).isEqualTo(new TreeSet<>(spec.classNames()));
  }

  private static void check(ModelJson json, String name, JsonNode document, boolean thorough) {
    Object value;
    try {
      value = json.roundTrip(name, document);
    } catch (RuntimeException e) {
      throw new AssertionError(name + " cannot be read from " + document, e);
    }
    if (thorough) {
      assertThat(json.decode(name, document)).isEqualTo(value).hasSameHashCodeAs(value);
      assertThat(value.toString()).isNotNull();
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
