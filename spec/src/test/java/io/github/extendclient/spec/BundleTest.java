package io.github.extendclient.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The bundled documents are complete, and any YAML parser reads them. */
class BundleTest {

  private static final Pattern BARE_DATE =
      Pattern.compile("(?m)^[^\"'`]*[:-] \\d{4}-\\d\\d-\\d\\d");

  static final List<String> VERSIONS = Bundle.VERSIONS;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void parsesWithoutAMessage(String version) {
    var result =
        new OpenAPIV3Parser().readContents(Bundle.of(version).text(), null, new ParseOptions());

    assertThat(result.getMessages()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void hasTheSchemasOfTheFilesAndNoOthers(String version) throws IOException {
    var names = new TreeSet<String>();
    try (Stream<Path> files = Files.list(Path.of("src/main/openapi", version))) {
      for (Path file : files.toList()) {
        JsonNode schemas = new YAMLMapper().readTree(file.toFile()).path("schemas");
        schemas.fieldNames().forEachRemaining(names::add);
      }
    }

    assertThat(Bundle.of(version).schemas().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-09, 110", "2025-04-21, 44"})
  void hasAllOperations(String version, int count) {
    assertThat(Bundle.of(version).operations()).hasSize(count);
  }

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void writesDatesAsText(String version) {
    assertThat(BARE_DATE.matcher(Bundle.of(version).text()).results().map(r -> r.group()))
        .isEmpty();
  }

  @Test
  void theVersionHasQuotes() {
    assertThat(Bundle.of("2026-02-09").text()).contains("version: \"2026-02-09\"");
  }
}
