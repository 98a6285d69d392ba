package io.github.extendclient.benchmarks.process;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.squareup.moshi.Moshi;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.machine.Calm;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;
import retrofit2.Retrofit;

/** From the start of a process to its first decoded answer of 20 KB over loopback. */
public final class ColdStart {
  /**
   * What was measured.
   *
   * @param ours milliseconds with this client
   * @param drained milliseconds with OkHttp alone, the body dropped
   * @param withoutTls milliseconds with OkHttp alone that does not set up TLS
   * @param decoded milliseconds with OkHttp and Moshi by reflection
   * @param ownClasses classes of this project that were loaded
   * @param allClasses all classes that were loaded
   * @param drainedClasses all classes that OkHttp alone had loaded
   */
  public record Result(
      Sample ours,
      Sample drained,
      Sample withoutTls,
      Sample decoded,
      long ownClasses,
      long allClasses,
      long drainedClasses) {}

  /** What a program has that uses this client, and no rivals and tools beside it. */
  private static final String CLASS_PATH =
      Stream.of(
              FirstAnswer.class,
              ExtendClient.class,
              ParseRun.class,
              Retrofit.class,
              OkHttpClient.class,
              Moshi.class,
              Buffer.class,
              Unit.class,
              ImmutableList.class,
              InternalFutureFailureAccess.class,
              LoggerFactory.class,
              NOPServiceProvider.class,
              NullMarked.class)
          .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
          .collect(Collectors.joining(File.pathSeparator));

  private ColdStart() {}

  /** Runs each program so often, in turns. */
  public static Result measure(int runs, Calm calm) {
    try (FixedServer server = new FixedServer(Document.PARSE_20_KB.bytes(TagPlace.FIRST))) {
      List<Double> ours = new ArrayList<>();
      List<Double> drained = new ArrayList<>();
      List<Double> withoutTls = new ArrayList<>();
      List<Double> decoded = new ArrayList<>();
      millis(FirstAnswer.Ours.class, server); // The first also fills the caches of the disk.
      for (int i = 0; i < runs; i++) {
        ours.add(calm.measure(() -> millis(FirstAnswer.Ours.class, server)));
        drained.add(calm.measure(() -> millis(FirstAnswer.Drained.class, server)));
        withoutTls.add(calm.measure(() -> millis(FirstAnswer.WithoutTls.class, server)));
        decoded.add(calm.measure(() -> millis(FirstAnswer.Decoded.class, server)));
      }
      List<String> loaded = classes(FirstAnswer.Ours.class, server);
      return new Result(
          Sample.of(ours),
          Sample.of(drained),
          Sample.of(withoutTls),
          Sample.of(decoded),
          loaded.stream().filter(ColdStart::isOurs).count(),
          loaded.size(),
          classes(FirstAnswer.Drained.class, server).size());
    }
  }

  private static double millis(Class<?> program, FixedServer server) {
    long start = System.nanoTime();
    try (Child child = Child.start(CLASS_PATH, List.of(), program, server.url())) {
      child.await(FirstAnswer.DONE);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static List<String> classes(Class<?> program, FixedServer server) {
    try {
      Path log = Files.createTempFile("classes", ".log");
      try {
        List<String> flags = List.of("-Xlog:class+load:file=" + log + "::filecount=0");
        try (Child child = Child.start(CLASS_PATH, flags, program, server.url())) {
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
