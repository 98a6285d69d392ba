package io.github.extendclient.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.evolution.Patch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a release of the API does to existing programs: many changes at once, to the bundles. */
class ReleaseTest {
  static List<Patch> releases() throws IOException {
    return Patch.releases();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void programsOfBeforeCompileLinkAndRun(Patch release) throws IOException {
    Matrix matrix = new Matrix(bundle(release.name()), Path.of("target/evolution", release.name()));

    Matrix.Outcome outcome = matrix.outcome(release);

    assertThat(outcome.gone()).as("lines of api.txt that are gone").isEqualTo(release.gone());
    assertThat(outcome.errors()).as("javac on the program").isEmpty();
    assertThat(outcome.fails()).as("the program that was compiled").isEmpty();
    assertThat(outcome.binary()).as("japicmp").isEmpty();
    assertThat(outcome.documents()).as("documents of the other version").isEmpty();
  }

  private static JsonNode bundle(String name) throws IOException {
    try (InputStream stream = ReleaseTest.class.getResourceAsStream("/openapi/" + name + ".yaml")) {
      return YAMLMapper.builder().build().readTree(stream);
    }
  }
}
