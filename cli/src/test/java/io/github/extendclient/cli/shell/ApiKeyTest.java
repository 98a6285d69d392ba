package io.github.extendclient.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
  private static final ExtendServer SERVER = ExtendServer.start();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void comesFromStandardInput() {
    assertThat(
            CommandRun.on(SERVER)
                .environment("EXTEND_API_KEY", null)
                .input(SERVER.apiKey() + "\n")
                .of("files", "list", "--key-stdin")
                .exitCode())
        .isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void comesFromAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = keyFile("rw-------");

    assertThat(run("--key-file", file.toString()).exitCode()).isZero();
    assertThat(
            CommandRun.on(SERVER)
                .environment("EXTEND_API_KEY", null)
                .environment("EXTEND_API_KEY_FILE", file.toString())
                .of("files", "list")
                .exitCode())
        .isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatIsOpenToOthersIsRefused() throws IOException {
    Path file = keyFile("rw-r-----");

    assertThat(run("--key-file", file.toString()))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "The key file " + file + " is open to other users: run chmod 600 " + file + ".\n"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none");

    CommandRun.End end = run("--key-file", file.toString());

    assertThat(end.exitCode()).isEqualTo(5);
    assertThat(end.err()).startsWith("The key file " + file + " cannot be read:");
  }

  @Test
  void aMissingKeyNamesTheVariable() {
    assertThat(CommandRun.alone().of("files", "list"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "There is no API key: set the environment variable EXTEND_API_KEY, or add --demo to"
                    + " try this out on an embedded server.\n"));
  }

  private CommandRun.End run(String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "files";
    command[1] = "list";
    System.arraycopy(options, 0, command, 2, options.length);
    return CommandRun.on(SERVER).environment("EXTEND_API_KEY", null).of(command);
  }

  private Path keyFile(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), SERVER.apiKey() + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }
}
