package io.github.extendclient.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the jar of the build in a new process, without the settings of the machine. */
public final class JarProcess {
  /** A build in the background ignores SIGINT, and so would its children without this. */
  private static final List<String> DEFAULT_SIGNALS = List.of("env", "--default-signal=INT");

  private static final boolean HAS_DEFAULT_SIGNALS = hasDefaultSignals();

  private JarProcess() {}

  /** Returns the jar of the build. */
  public static Path jar() {
    return Path.of(System.getProperty("extend.jar"));
  }

  /** Returns a process with arguments and without a key. */
  public static ProcessBuilder of(List<String> arguments) {
    return of(jar(), arguments);
  }

  /** Returns a process that runs a copy of the jar. */
  public static ProcessBuilder of(Path jar, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (HAS_DEFAULT_SIGNALS) {
      command.addAll(DEFAULT_SIGNALS);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("EXTEND_"));
    return builder;
  }

  /** Returns a process with the URL of a server and its key. */
  public static ProcessBuilder to(String url, String key, List<String> arguments) {
    ProcessBuilder builder = of(arguments);
    builder.environment().putAll(Map.of("EXTEND_BASE_URL", url, "EXTEND_API_KEY", key));
    return builder;
  }

  /** Returns whether the env command of this system is that of GNU. */
  private static boolean hasDefaultSignals() {
    List<String> command = new ArrayList<>(DEFAULT_SIGNALS);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends a signal, such as {@code INT}. */
  public static void signal(Process process, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the whole of standard output. */
  public static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns the whole of standard error. */
  public static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
