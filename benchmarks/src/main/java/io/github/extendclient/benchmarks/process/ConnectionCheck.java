package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.benchmarks.document.WaitingRun;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * Measures the connection check: before each request over HTTP/1.1 other than GET, the client
 * checks whether the server has closed the connection. A client with the user's {@code
 * Call.Factory} does not.
 */
public final class ConnectionCheck {
  private static final int WARMUPS = 1000;
  private static final int RESPONSE_BYTES = 1000;

  /** The number of calls of one kind in a row, before the next kind. */
  private static final int CALLS_A_TURN = 20;

  /**
   * What was measured, in microseconds of one call.
   *
   * @param create with the check
   * @param createWithout without the check
   * @param read a GET of the client that checks creates
   * @param readWithout a GET of the client that does not
   */
  public record Result(Sample create, Sample createWithout, Sample read, Sample readWithout) {
    /** Returns the milliseconds that the check adds to a create. */
    public double createMillis() {
      return (create.median() - createWithout.median()) / 1e3;
    }

    /** Returns the ratio of the times of a GET with and without the check. */
    public double readRatio() {
      return read.median() / readWithout.median();
    }
  }

  private ConnectionCheck() {}

  /** Runs calls of all kinds in turns, in one process. */
  public static Result measure(int turns) {
    try (LoopbackServer server = LoopbackServer.of(WaitingRun.of("PROCESSED", RESPONSE_BYTES));
        Child child =
            Child.start(
                List.of("-Xmx256m"), Program.class, server.url(), Integer.toString(turns))) {
      return new Result(
          sample(child, "create "),
          sample(child, "createWithout "),
          sample(child, "read "),
          sample(child, "readWithout "));
    }
  }

  private static Sample sample(Child child, String name) {
    return Sample.of(Stream.of(child.await(name).split(" ")).map(Double::valueOf).toList());
  }

  /** Arguments: URL, number of turns. */
  static final class Program {
    private static final ParseRunCreateRequest REQUEST =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(SmallFile.ID).build()).build();

    private Program() {}

    public static void main(String[] arguments) {
      int turns = Integer.parseInt(arguments[1]);
      OkHttpClient http = new OkHttpClient();
      try (ExtendClient with = builder(arguments[0]).httpClient(http).build();
          ExtendClient without = builder(arguments[0]).callFactory(http::newCall).build()) {
        String id = with.parseRuns().create(REQUEST).getId();
        List<Kind> kinds =
            Arrays.asList(
                new Kind("create", () -> with.parseRuns().create(REQUEST)),
                new Kind("createWithout", () -> without.parseRuns().create(REQUEST)),
                new Kind("read", () -> with.parseRuns().retrieve(id)),
                new Kind("readWithout", () -> without.parseRuns().retrieve(id)));
        for (int i = 0; i < Math.min(WARMUPS, turns * CALLS_A_TURN); i++) {
          kinds.forEach(kind -> kind.call.run());
        }
        for (int turn = 0; turn < turns; turn++) {
          kinds.forEach(Kind::measure);
        }
        kinds.forEach(Kind::say);
      }
      System.exit(0); // Else the threads of the user's OkHttp would keep the process.
    }

    private static ExtendClientBuilder builder(String url) {
      return ExtendClient.builder().apiKey("sk_benchmark").baseUrl(url);
    }
  }

  /** Calls that are measured together. */
  private static final class Kind {
    private final String name;
    private final Runnable call;
    private final List<Double> micros = new ArrayList<>();

    Kind(String name, Runnable call) {
      this.name = name;
      this.call = call;
    }

    void measure() {
      for (int i = 0; i < CALLS_A_TURN; i++) {
        long start = System.nanoTime();
        call.run();
        micros.add((System.nanoTime() - start) / 1e3);
      }
    }

    void say() {
      StringBuilder line = new StringBuilder(name);
      micros.forEach(time -> line.append(' ').append(time));
      System.out.println(line);
    }
  }
}
