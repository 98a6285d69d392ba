package io.github.extendclient.benchmarks.process;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.squareup.moshi.Moshi;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;
import retrofit2.Retrofit;

/** Measures the time from the start of a process to its first response of 20 KB over loopback. */
public final class ColdStart {
  /** The kinds of connections; each is measured with this client and with OkHttp alone. */
  public enum Kind {
    /** Over http, by a client that does not set up TLS. */
    WITHOUT_TLS(false, false),
    /** Over https with a handshake, as with the API. */
    HTTPS(true, false),
    /** The same with a class data archive of the program. */
    HTTPS_ARCHIVE(true, true);

    private final boolean isSecure;
    private final boolean hasArchive;

    Kind(boolean isSecure, boolean hasArchive) {
      this.isSecure = isSecure;
      this.hasArchive = hasArchive;
    }
  }

  /**
   * The result.
   *
   * @param ours milliseconds with this client, the response decoded
   * @param okHttp milliseconds with OkHttp alone, the body dropped
   * @param classes all classes that were loaded over https
   * @param ownClasses those of this project
   * @param okHttpClasses all classes that OkHttp alone had loaded
   */
  public record Result(
      Map<Kind, Sample> ours,
      Map<Kind, Sample> okHttp,
      long classes,
      long ownClasses,
      long okHttpClasses) {
    /** Returns the ratio of the times of this client and OkHttp alone. */
    public double ratio(Kind kind, Kind kindOfOkHttp) {
      return Objects.requireNonNull(ours.get(kind)).median()
          / Objects.requireNonNull(okHttp.get(kindOfOkHttp)).median();
    }
  }

  /**
   * A class of each library that a program with this client needs; rivals and tools are left out.
   */
  private static final List<Class<?>> LIBRARIES =
      List.of(
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
          NullMarked.class);

  private final LoopbackServer http;
  private final LoopbackServer https;
  private final Certificate certificate;
  private final Path folder;
  private final String classPath;

  private ColdStart(
      LoopbackServer http, LoopbackServer https, Certificate certificate, Path folder) {
    this.http = http;
    this.https = https;
    this.certificate = certificate;
    this.folder = folder;
    this.classPath =
        Stream.concat(
                Stream.of(ProgramJar.of(folder, FirstResponse.class)),
                LIBRARIES.stream().map(type -> ProgramJar.of(folder, placeOf(type))))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs the programs in turns. */
  public static Result measure(int runs) {
    byte[] document = Document.PARSE_20_KB.bytes(TagPlace.FIRST);
    try (Certificate certificate = new Certificate();
        LoopbackServer http = LoopbackServer.of(document);
        LoopbackServer https = LoopbackServer.secure(document, certificate)) {
      Path folder = Files.createTempDirectory("start");
      try {
        return new ColdStart(http, https, certificate, folder).measureAll(runs);
      } finally {
        try (Stream<Path> files = Files.list(folder)) {
          files.map(Path::toFile).forEach(File::delete);
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the start could not be kept.", e);
    }
  }

  private Result measureAll(int runs) throws IOException {
    List<String> ourClasses = classes(FirstResponse.Ours.class);
    List<String> theirClasses = classes(FirstResponse.OkHttpAlone.class);
    Path ourArchive = archive(FirstResponse.Ours.class);
    Path theirArchive = archive(FirstResponse.OkHttpAlone.class);
    Map<Kind, List<Double>> ours = new EnumMap<>(Kind.class);
    Map<Kind, List<Double>> theirs = new EnumMap<>(Kind.class);
    for (int i = 0; i < runs; i++) {
      for (Kind kind : Kind.values()) {
        ours.computeIfAbsent(kind, key -> new ArrayList<>())
            .add(millis(FirstResponse.Ours.class, kind, ourArchive));
        theirs
            .computeIfAbsent(kind, key -> new ArrayList<>())
            .add(millis(FirstResponse.OkHttpAlone.class, kind, theirArchive));
      }
    }
    return new Result(
        samples(ours),
        samples(theirs),
        ourClasses.size(),
        ourClasses.stream().filter(name -> name.startsWith("io.github.extendclient.")).count(),
        theirClasses.size());
  }

  private static Map<Kind, Sample> samples(Map<Kind, List<Double>> millis) {
    Map<Kind, Sample> samples = new EnumMap<>(Kind.class);
    millis.forEach((kind, values) -> samples.put(kind, Sample.of(values)));
    return samples;
  }

  private double millis(Class<?> program, Kind kind, Path archive) {
    List<String> flags = new ArrayList<>(kind.isSecure ? certificate.flagsOfClient() : List.of());
    if (kind.hasArchive) {
      flags.add("-XX:SharedArchiveFile=" + archive);
    }
    long start = System.nanoTime();
    try (Child child =
        kind.isSecure
            ? Child.start(classPath, flags, program, https.url())
            : Child.start(classPath, flags, program, http.url(), FirstResponse.CLEARTEXT)) {
      child.await(FirstResponse.DONE);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Creates the archive, which the JVM writes at the end of a trial run. */
  private Path archive(Class<?> program) {
    Path archive = folder.resolve(program.getSimpleName() + ".jsa");
    run(program, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    return archive;
  }

  private List<String> classes(Class<?> program) throws IOException {
    Path log = folder.resolve(program.getSimpleName() + ".log");
    run(program, "-Xlog:class+load:file=" + log + "::filecount=0");
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: "))
          .map(line -> line.substring(line.lastIndexOf("] ") + 2))
          .filter(name -> !name.startsWith("io.github.extendclient.benchmarks."))
          .toList();
    }
  }

  private void run(Class<?> program, String... moreFlags) {
    List<String> flags = new ArrayList<>(certificate.flagsOfClient());
    flags.addAll(List.of(moreFlags));
    try (Child child = Child.start(classPath, flags, program, https.url())) {
      child.await(FirstResponse.DONE);
    }
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
