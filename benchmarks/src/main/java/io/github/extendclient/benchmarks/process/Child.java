package io.github.extendclient.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program in its own JVM, which prints its results as lines {@code key value}. */
public final class Child implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 4;

  private final String name;
  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
  }

  /**
   * Starts the program.
   *
   * @param flags of the JVM
   * @param program has a main method
   */
  public static Child start(List<String> flags, Class<?> program, String... arguments) {
    return start(System.getProperty("java.class.path"), flags, program, arguments);
  }

  /** Starts the program with another class path. */
  static Child start(String classPath, List<String> flags, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classPath);
    command.add(program.getName());
    command.addAll(Arrays.asList(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      endInTime(process);
      return new Child(program.getSimpleName(), process);
    } catch (IOException e) {
      throw new UncheckedIOException("No JVM could be started.", e);
    }
  }

  /** The limit of waiting: a process that hangs fails its part of the run, not the whole run. */
  private static void endInTime(Process process) {
    CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES)
        .execute(process::destroyForcibly);
  }

  void tell(String line) {
    input.println(line);
  }

  /** Returns the rest of the next line that starts with this key. */
  public String await(String key) {
    try {
      String line;
      while ((line = output.readLine()) != null) {
        if (line.startsWith(key)) {
          return line.substring(key.length()).trim();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The output of " + name + " broke off.", e);
    }
    throw new IllegalStateException(
        name + " ended without saying \"" + key + "\": see its errors.");
  }

  /** Returns the same as a number. */
  public double awaitNumber(String key) {
    return Double.parseDouble(await(key));
  }

  /** Waits for the end of the program. */
  @Override
  public void close() {
    input.close();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            name + " did not end within " + PATIENCE_MINUTES + " minutes.");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(name + " ended with " + process.exitValue() + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + name + " ran.", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
