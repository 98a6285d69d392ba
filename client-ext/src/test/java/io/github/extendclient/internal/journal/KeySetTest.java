package io.github.extendclient.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 20_000, 1_000_000})
  void anyExpectedSizeWorks(long expected) throws IOException {
    Random random = new Random(7);
    Set<String> model = new HashSet<>();
    try (KeySet seen = new KeySet(folder, expected)) {
      for (int i = 0; i < 30_000; i++) {
        String id = "file_" + random.nextInt(20_000);
        assertThat(seen.add(id)).isEqualTo(model.add(id));
      }
      for (String id : model) {
        assertThat(seen.add(id)).isFalse();
      }
      assertThat(seen.size()).isEqualTo(model.size());
    }
    assertThat(folder).isEmptyDirectory();
  }
}
