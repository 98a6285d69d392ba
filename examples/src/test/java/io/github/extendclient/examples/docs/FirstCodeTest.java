package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.ExtendServer;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the program in a process with the API key in its environment. */
class FirstCodeTest {
  @Test
  void printsADocument() throws Exception {
    try (ExtendServer server = ExtendServer.start()) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              classPath(),
              FirstCode.class.getName());
      builder.environment().put("EXTEND_API_KEY", server.apiKey());
      builder.environment().put("EXTEND_BASE_URL", server.url().toString());
      Process program = builder.directory(new File("documents")).redirectErrorStream(true).start();

      String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).as(output).isZero();
      assertThat(output).contains("Laid paper, cream, 120 g").doesNotContain("SLF4J");
      assertThat(server.acceptedCount("DELETE /parse_runs/{id}")).isOne();
    }
  }

  /**
   * Returns the class path with absolute paths, because the program runs in another folder; without
   * an SLF4J provider, which a first program does not have.
   */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j-simple"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
