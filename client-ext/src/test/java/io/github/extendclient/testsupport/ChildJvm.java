package io.github.extendclient.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts programs of these tests in JVMs of their own. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Starts a program; its output goes to the end of a file. */
  public static Process start(Path output, String option, Class<?> program, String... arguments)
      throws IOException {
    return start(System.getProperty("java.class.path"), output, option, program, arguments);
  }

  /** With only the entries of the class path whose file names begin with one of these words. */
  public static Process startWith(
      Set<String> entries, Path output, String option, Class<?> program, String... arguments)
      throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry -> entries.stream().anyMatch(Path.of(entry).toFile().getName()::startsWith))
            .collect(Collectors.joining(File.pathSeparator));
    return start(classPath, output, option, program, arguments);
  }

  private static Process start(
      String classPath, Path output, String option, Class<?> program, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }
}
