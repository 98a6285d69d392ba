package io.github.extendclient.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a file. {@code TranscriptIT} tests its commands. */
@Timeout(120)
class ExtendJarIT {
  @TempDir private Path folder;

  @Test
  void theJarAloneParses() throws Exception {
    Path jar = Files.copy(JarProcess.jar(), folder.resolve("alone.jar"));
    Path note = Files.writeString(folder.resolve("note.txt"), "A note");

    Process process =
        JarProcess.of(jar, List.of("parse", note.toString(), "--demo", "--format", "markdown"))
            .start();

    assertThat(JarProcess.output(process)).isEqualTo("A note\n");
    assertThat(JarProcess.error(process)).isEqualTo("Demo: an embedded server with samples.\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void hasLicencesAndNoForeignParts() throws IOException {
    try (JarFile jar = new JarFile(JarProcess.jar().toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "io/github/extendclient/cli/Main.class")
          .doesNotContain("module-info.class")
          .noneMatch(name -> name.startsWith("org/junit/"));
    }
  }
}
