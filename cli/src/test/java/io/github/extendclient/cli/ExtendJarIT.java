package io.github.extendclient.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.ExtendServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a process of its own. */
@Timeout(120)
class ExtendJarIT {
  private static final String JAR = System.getProperty("extend.jar");

  @TempDir private Path folder;

  @Test
  void aloneInAFolderItParses() throws Exception {
    Path jar = Files.copy(Path.of(JAR), folder.resolve("alone.jar"));
    Path note = Files.writeString(folder.resolve("note.txt"), "A note");

    Process process = start(jar, "parse", note.toString(), "--demo", "--format", "markdown");

    assertThat(output(process)).isEqualTo("A note\n");
    assertThat(error(process))
        .isEqualTo("Demo: an embedded server with samples. Nothing real is touched.\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void talksToAServerInAnotherProcess() throws Exception {
    try (ExtendServer server = ExtendServer.start()) {
      ProcessBuilder builder = builder(Path.of(JAR), "call", "files_list");
      builder.environment().put("EXTEND_API_KEY", server.apiKey());
      builder.environment().put("EXTEND_BASE_URL", server.url().toString());
      Process process = builder.start();

      assertThat(output(process)).startsWith("{\"object\":\"list\"");
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void wrongOptionsEndWithTwo() throws Exception {
    Process process = start(Path.of(JAR), "parse", "--colour");

    assertThat(error(process)).startsWith("Unknown option: '--colour'");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theServerServesUntilItIsTold() throws Exception {
    Process process = start(Path.of(JAR), "server", "--port", "0");
    String url = process.inputReader().readLine();

    process.toHandle().destroy();

    assertThat(url).startsWith("export EXTEND_BASE_URL=http://127.0.0.1:");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(error(process)).endsWith("\nStopped serving.\n");
  }

  @Test
  void hasLicencesAndNoForeignParts() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "io/github/extendclient/cli/Main.class")
          .doesNotContain("module-info.class")
          .noneMatch(name -> name.startsWith("org/junit/"));
    }
  }

  private static Process start(Path jar, String... arguments) throws IOException {
    return builder(jar, arguments).start();
  }

  private static ProcessBuilder builder(Path jar, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("EXTEND_API_KEY");
    return builder;
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
