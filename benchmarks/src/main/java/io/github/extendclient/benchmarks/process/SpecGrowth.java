package io.github.extendclient.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures the generation and compilation of a specification that is several times larger. */
public final class SpecGrowth {
  private static final String KEY = "scale ";

  /**
   * One size.
   *
   * @param times how often the specification stands in it
   * @param types the number of its types
   * @param generating seconds
   * @param compiling seconds
   * @param outcome {@code compiled}, or what the compiler said
   */
  public record Step(int times, int types, double generating, double compiling, String outcome) {
    /** Returns whether it compiled. */
    public boolean isWell() {
      return outcome.equals("compiled");
    }
  }

  private SpecGrowth() {}

  /**
   * Runs each size.
   *
   * @param benchmarks the folder of this module
   */
  public static List<Step> measure(Path benchmarks, int... times) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx6g", "-cp", classPath(benchmarks)));
    command.add("io.github.extendclient.benchmarks.scale.SpecScale");
    command.add(benchmarks.resolveSibling("client-generated").toString());
    command.add(benchmarks.resolve("target/scale").toString());
    IntStream.of(times).mapToObj(Integer::toString).forEach(command::add);
    List<Step> steps = new ArrayList<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines
            .lines()
            .filter(line -> line.startsWith(KEY))
            .map(SpecGrowth::step)
            .forEach(steps::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No JVM could be started.", e);
    }
    if (steps.size() != times.length) {
      throw new IllegalStateException(
          "Of "
              + times.length
              + " sizes only "
              + steps.size()
              + " came to an end: see the errors.");
    }
    return steps;
  }

  private static String classPath(Path benchmarks) {
    try {
      return Files.readString(benchmarks.resolve("scale/target/class-path"));
    } catch (IOException e) {
      throw new UncheckedIOException("The module benchmarks/scale is not built.", e);
    }
  }

  private static Step step(String line) {
    String[] words = line.substring(KEY.length()).split(" ", 5);
    return new Step(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        words[4]);
  }
}
