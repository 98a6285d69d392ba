package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Tests the standalone jar of the build. */
final class StandaloneJarIT {
  private final Path jar = Path.of(System.getProperty("standalone.jar"));

  @Test
  void jarServesAndReadsPdf() throws Exception {
    Process process = start("--api-key", "sk_of_jar", "--seed", "7");
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      assertThat(line).matches("http://127\\.0\\.0\\.1:\\d+ accepts the API key sk_of_jar");
      String url = line.substring(0, line.indexOf(' '));

      String file =
          post(url + "/files/upload", TestClient.form("a.pdf", SamplePdf.invoice()).build());
      String id = file.replaceFirst("(?s).*?(file_\\w+).*", "$1");
      String run =
          post(
              url + "/parse",
              RequestBody.create("{\"file\":{\"id\":\"" + id + "\"}}", TestClient.JSON));

      assertThat(run).contains("INV-2026-0042");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void helpEndsWith0AndAWrongOptionWith2() throws Exception {
    Process help = start("--help");
    Process wrong = start("--host", "x");

    assertThat(new String(help.getInputStream().readAllBytes())).startsWith("Usage: java -jar");
    assertThat(help.waitFor()).isZero();
    assertThat(new String(wrong.getInputStream().readAllBytes()))
        .isEqualTo("there is no option --host: see --help" + System.lineSeparator());
    assertThat(wrong.waitFor()).isEqualTo(2);
  }

  @Test
  void licencesOfAllAreKept() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.stream().map(ZipEntry::getName))
          .contains(
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "META-INF/LICENSE.txt",
              "META-INF/NOTICE.txt",
              "io/github/extendclient/testing/Main.class")
          .doesNotContain("module-info.class")
          .noneMatch(name -> name.startsWith("org/junit/"));
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String post(String url, RequestBody body) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer sk_of_jar")
            .header("x-extend-api-version", "2026-02-09")
            .post(body)
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.body().string();
    }
  }
}
