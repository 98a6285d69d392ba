package io.github.extendclient.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.demo.DemoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in a process of its own: exit code and the whole of both outputs, as the files in
 * {@code src/test/resources/transcripts} have them. With {@code -Dextend.transcripts=write} these
 * files are written anew; read the difference.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class TranscriptIT {
  private static final Path TRANSCRIPTS =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "transcripts");
  private static final Path DOCUMENTS =
      Path.of(System.getProperty("basedir", "."), "..", "examples", "documents");
  private static final boolean IS_WRITING =
      "write".equals(System.getProperty("extend.transcripts"));
  private static final DemoServer SERVER = DemoServer.start();
  private static final ExecutorService PROCESSES = Executors.newFixedThreadPool(4);
  private static final Map<Transcript.Entry, Future<Transcript.Entry>> RUNS = new LinkedHashMap<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void runAll() throws IOException {
    writeFiles();
    for (Path file : files()) {
      for (Transcript.Entry entry : read(file).entries()) {
        RUNS.put(entry, PROCESSES.submit(() -> run(entry)));
      }
    }
  }

  @AfterAll
  static void close() {
    PROCESSES.shutdownNow();
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> saysWhatTheTranscriptHas() {
    return RUNS.entrySet().stream()
        .filter(run -> !IS_WRITING)
        .map(
            run ->
                DynamicTest.dynamicTest(
                    run.getKey().line(),
                    () ->
                        assertThat(run.getValue().get().toString())
                            .isEqualTo(run.getKey().toString())));
  }

  @Test
  void everyCommandSucceedsAndFailsInATranscript() {
    List<String> succeeding = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    for (Transcript.Entry entry : RUNS.keySet()) {
      String command =
          CommandNames.all().stream()
              .filter(name -> (String.join(" ", entry.arguments()) + " ").startsWith(name + " "))
              .findFirst()
              .orElse("");
      boolean isGood = entry.exitCode() == 0 || !entry.signal().isEmpty();
      (isGood ? succeeding : failing).add(command);
    }

    assertThat(succeeding).containsAll(CommandNames.all());
    assertThat(failing).containsAll(CommandNames.all());
  }

  @Test
  void rewritesTheTranscripts() throws Exception {
    if (!IS_WRITING) {
      return;
    }
    for (Path file : files()) {
      List<Transcript.Entry> entries = new ArrayList<>();
      for (Transcript.Entry entry : read(file).entries()) {
        entries.add(RUNS.get(entry).get());
      }
      Files.writeString(file, new Transcript(entries).toString());
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      return files.sorted().toList();
    }
  }

  private static Transcript read(Path file) throws IOException {
    return Transcript.parse(Files.readString(file));
  }

  /** Writes the files that the commands of the transcripts read. */
  private static void writeFiles() throws IOException {
    for (String name : List.of("invoice.pdf", "scan.pdf", "form.pdf")) {
      Files.copy(DOCUMENTS.resolve(name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("note.txt"), "A note");
    Files.writeString(folder.resolve("empty.pdf"), "");
    Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(folder.resolve("inbox/one.txt"), "One");
    Files.writeString(folder.resolve("inbox/two.txt"), "Two");
    Files.writeString(folder.resolve("ids.txt"), "file_none1\nfile_none2\n");
    Files.writeString(
        folder.resolve("delivery.json"),
        "{\"eventId\":\"event_1\",\"eventType\":\"new.event\",\"payload\":{\"id\":\"x_1\"}}");
    Files.writeString(folder.resolve("key"), SERVER.apiKey() + "\n");
    Files.setPosixFilePermissions(
        folder.resolve("key"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("open-key"), SERVER.apiKey() + "\n");
    Files.setPosixFilePermissions(
        folder.resolve("open-key"), PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static Transcript.Entry run(Transcript.Entry entry) throws Exception {
    ProcessBuilder builder =
        JarProcess.to(SERVER.url(), SERVER.apiKey(), entry.arguments()).directory(folder.toFile());
    entry
        .environment()
        .forEach(
            (name, value) -> {
              builder.environment().remove(name);
              if (!value.isEmpty()) {
                builder.environment().put(name, value);
              }
            });
    Process process = builder.start();
    process.getOutputStream().write(input(entry));
    process.getOutputStream().close();
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> error(process));
    StringBuilder out = new StringBuilder();
    if (!entry.signal().isEmpty()) {
      out.append(process.inputReader().readLine()).append('\n');
      JarProcess.signal(process, entry.signal());
      process.inputReader().lines().forEach(line -> out.append(line).append('\n'));
    } else {
      out.append(JarProcess.output(process));
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return entry.with(
        Masks.apply(out.toString(), folder), Masks.apply(err.get(), folder), process.exitValue());
  }

  private static byte[] input(Transcript.Entry entry) {
    return entry.input().stream()
        .map(line -> line + "\n")
        .reduce("", String::concat)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String error(Process process) {
    try {
      return JarProcess.error(process);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
