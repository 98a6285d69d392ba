package io.github.extendclient.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Describes the machine of the measurements, without its name. */
public final class Machine {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Processors, system and Java. */
  public static String line() {
    return Runtime.getRuntime().availableProcessors()
        + " × "
        + model()
        + ", "
        + System.getProperty("os.name")
        + ", Java "
        + Runtime.version()
        + " ("
        + System.getProperty("java.vm.name")
        + "), "
        + LocalDate.now(ZoneOffset.UTC);
  }

  private static String model() {
    if (Files.isReadable(CPUS)) {
      try (Stream<String> lines = Files.lines(CPUS)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).trim())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        // The architecture must do.
      }
    }
    return System.getProperty("os.arch");
  }
}
