package io.github.extendclient.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeProofTest {
  /** The limit in processor time, so that other work of the machine does not count. */
  private static final int MAX_SECONDS = 20;

  @TempDir Path folder;

  @Test
  void threeHundredPagesTakeLessThan20SecondsAnd256Megabytes()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                LargeProof.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (Scanner out = new Scanner(process.inputReader())) {
      assertThat(out.nextInt()).isLessThan(MAX_SECONDS);
    }

    assertThat(process.waitFor()).isZero();
    try (Scanner html = new Scanner(folder.resolve("large.html"))) {
      assertThat(html.findAll(Pattern.compile("<figure id=")).count()).isEqualTo(300);
    }
    assertThat(Files.size(folder.resolve("large.html"))).isLessThan(100_000_000);
  }
}
