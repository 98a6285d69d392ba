package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** A program ends even if it does not close its client. */
class JvmExitTest extends MockServerFixture {
  // OkHttp's own threads would keep the JVM for 60 seconds.
  private static final long PROMPT_SECONDS = 30;

  /** Runs in a JVM of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      ExtendClient extend = ExtendClient.builder().apiKey("sk_1").baseUrl(arguments[0]).build();
      ParseRun run = extend.parseRuns().retrieveAsync("pr_1").join();
      System.out.println(run.getStatus().value());
    }
  }

  @Test
  void withoutBeingClosed() throws IOException, InterruptedException {
    enqueue(new MockResponse.Builder().code(503).build());
    enqueue(new MockResponse.Builder().body("{\"id\":\"pr_1\",\"status\":\"FAILED\"}").build());

    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                server.url("/").toString())
            .redirectErrorStream(true)
            .start();

    boolean ended = child.waitFor(PROMPT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      child.destroyForcibly();
    }
    assertThat(ended).isTrue();
    assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("FAILED");
    assertThat(child.exitValue()).isZero();
  }
}
