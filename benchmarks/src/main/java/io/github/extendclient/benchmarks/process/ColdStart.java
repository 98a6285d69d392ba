package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.report.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the start of a process to its first decoded answer of 20 KB over loopback. */
public final class ColdStart {
  /**
   * What was measured.
   *
   * @param ours milliseconds with this client
   * @param drained milliseconds with OkHttp alone, the body dropped
   * @param decoded milliseconds with OkHttp and Moshi by reflection
   * @param oursOverDrained how many times longer it takes with this client: the median of all turns
   * @param ownClasses classes of this project that were loaded
   * @param allClasses all classes that were loaded
   * @param drainedClasses all classes that OkHttp alone had loaded
   */
  public record Result(
      Sample ours,
      Sample drained,
      Sample decoded,
      double oursOverDrained,
      long ownClasses,
      long allClasses,
      long drainedClasses) {}

  private ColdStart() {}

  /** Runs each program so often, in turns. */
  public static Result measure(int runs) {
    try (FixedServer server = new FixedServer(Document.PARSE_20_KB.bytes(TagPlace.FIRST))) {
      List<Double> ours = new ArrayList<>();
      List<Double> drained = new ArrayList<>();
      List<Double> decoded = new ArrayList<>();
      millis(FirstAnswer.Ours.class, server); // The first also fills the caches of the disk.
      for (int i = 0; i < runs; i++) {
        ours.add(millis(FirstAnswer.Ours.class, server));
        drained.add(millis(FirstAnswer.Drained.class, server));
        decoded.add(millis(FirstAnswer.Decoded.class, server));
      }
      List<String> loaded = classes(FirstAnswer.Ours.class, server);
      return new Result(
          Sample.of(ours),
          Sample.of(drained),
          Sample.of(decoded),
          Sample.of(ratios(ours, drained)).median(),
          loaded.stream().filter(ColdStart::isOurs).count(),
          loaded.size(),
          classes(FirstAnswer.Drained.class, server).size());
    }
  }

  private static List<Double> ratios(List<Double> ones, List<Double> others) {
    return IntStream.range(0, ones.size()).mapToObj(i -> ones.get(i) / others.get(i)).toList();
  }

  private static double millis(Class<?> program, FixedServer server) {
    long start = System.nanoTime();
    try (Child child = Child.start(List.of(), program, server.url())) {
      child.await(FirstAnswer.DONE);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static List<String> classes(Class<?> program, FixedServer server) {
    try {
      Path log = Files.createTempFile("classes", ".log");
      try {
        List<String> flags = List.of("-Xlog:class+load:file=" + log + "::filecount=0");
        try (Child child = Child.start(flags, program, server.url())) {
          child.await(FirstAnswer.DONE);
        }
        try (Stream<String> lines = Files.lines(log)) {
          return lines
              .filter(line -> line.contains(" source: "))
              .map(line -> line.substring(line.lastIndexOf("] ") + 2))
              .toList();
        }
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list of loaded classes could not be kept.", e);
    }
  }

  private static boolean isOurs(String line) {
    return line.startsWith("io.github.extendclient.")
        && !line.startsWith("io.github.extendclient.benchmarks.");
  }
}
