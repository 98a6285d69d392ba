package io.github.extendclient.spec.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.evolution.Patch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build's report on each change of the evolution matrix. */
class EvolutionWordsTest {
  static List<Patch> patches() throws IOException {
    return Patch.all();
  }

  @ParameterizedTest
  @MethodSource("patches")
  void theComparisonNamesTheBreakingChanges(Patch patch) throws IOException {
    JsonNode released = Patch.document();

    Comparison comparison =
        Comparison.of("v", released.toString(), patch.applyTo(released).toString());

    assertThat(comparison.breaking()).isEqualTo(patch.says());
  }
}
