package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a process of its own. */
final class MainTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void optionsAreTaken() {
    try (ExtendServer server = Main.start("--api-key", "sk_7", "--seed", "7", "--port", "0")) {
      assertThat(server.apiKey()).isEqualTo("sk_7");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--host x,there is no option --host: see --help",
    "--port http,'--port must be a number, but is http: see --help'",
    "--port 65536,'port must be between 0 and 65535, but is 65536'",
    "--seed,--seed has no value: see --help",
    "--seed 1 --seed 2,--seed is given twice: see --help"
  })
  void wrongOptionIsNamedAndEndsWith2(String arguments, String message) {
    assertThat(run(arguments.split(" "))).contains(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo(message + "\n");
    assertThat(output.size()).isZero();
  }

  @Test
  void portThatIsTakenIsNamedAndEndsWith1() {
    try (ExtendServer server = ExtendServer.start()) {
      int port = server.url().getPort();

      assertThat(run("--port", String.valueOf(port))).contains(1);
      assertThat(errors.toString(StandardCharsets.UTF_8))
          .startsWith("cannot listen on port " + port + " of 127.0.0.1: Address already in use");
    }
  }

  @Test
  void helpNamesAllOptionsAndEndsWith0() {
    assertThat(run("--help")).contains(0);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("--port <number>", "--api-key <text>", "--organization-key", "--seed <number>");
  }

  @Test
  void numberThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Main.start("--seed", "9e9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--seed must be a number, but is 9e9: see --help");
  }

  @Test
  void processTakesRequestsUntilItIsKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--api-key",
                "sk_of_process")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();

      assertThat(line).matches("http://127\\.0\\.0\\.1:\\d+ accepts the API key sk_of_process");
      assertThat(status(line.substring(0, line.indexOf(' ')) + "/files")).isEqualTo(200);
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static int status(String url) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer sk_of_process")
            .header("x-extend-api-version", "2026-02-09")
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.code();
    }
  }

  private Optional<Integer> run(String... arguments) {
    return Main.run(
        new PrintStream(output, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        arguments);
  }
}
