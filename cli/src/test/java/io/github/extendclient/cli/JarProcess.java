package io.github.extendclient.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The jar of the build as a process of its own, without any setting of the machine. */
public final class JarProcess {
  /** A build in the background ignores SIGINT, and so would its children without this. */
  private static final List<String> DEFAULT_SIGNALS = List.of("env", "--default-signal=INT");

  private static final boolean HAS_DEFAULT_SIGNALS = hasDefaultSignals();

  private JarProcess() {}

  /** The jar that the build has made. */
  public static Path jar() {
    return Path.of(System.getProperty("extend.jar"));
  }

  /** With arguments, without a key. */
  public static ProcessBuilder of(List<String> arguments) {
    return of(jar(), arguments);
  }

  /** From a copy of the jar. */
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

  /** At an address that takes a key. */
  public static ProcessBuilder to(String url, String key, List<String> arguments) {
    ProcessBuilder builder = of(arguments);
    builder.environment().putAll(Map.of("EXTEND_BASE_URL", url, "EXTEND_API_KEY", key));
    return builder;
  }

  /** Whether this system's env is that of GNU. */
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

  /** All of standard output. */
  public static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** All of standard error. */
  public static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
