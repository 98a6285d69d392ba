package io.github.extendclient.benchmarks.process;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.plain.PlainParseRun;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Measures the smallest heap in which a process reads a parse run of 5 MB and keeps it. */
public final class SmallestHeap {
  private static final int TOO_SMALL = 8;
  private static final int LARGEST = 40;
  private static final String OUTCOME = "outcome";
  private static final String READ = "read";

  /**
   * The result.
   *
   * @param ours megabytes for this client
   * @param okHttp megabytes for OkHttp with Jackson on plain classes
   */
  public record Result(int ours, int okHttp) {}

  private SmallestHeap() {}

  /** Measures both clients. */
  public static Result measure() {
    try (LoopbackServer server = LoopbackServer.of(Document.PARSE_5_MB.bytes(TagPlace.FIRST))) {
      return new Result(smallest(Ours.class, server), smallest(OkHttpWithJackson.class, server));
    }
  }

  private static int smallest(Class<?> program, LoopbackServer server) {
    int tooSmall = TOO_SMALL;
    int enough = LARGEST;
    while (enough - tooSmall > 1) {
      int middle = (tooSmall + enough) / 2;
      if (suffices(program, middle, server)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough;
  }

  private static boolean suffices(Class<?> program, int megabytes, LoopbackServer server) {
    try (Child child = Child.start(List.of("-Xmx" + megabytes + "m"), program, server.url())) {
      return child.await(OUTCOME).equals(READ);
    }
  }

  private static void sayOutcome(Reading reading) throws IOException {
    String outcome;
    try {
      outcome = reading.read() == null ? "nothing" : READ;
    } catch (OutOfMemoryError e) {
      outcome = "no memory";
    }
    System.out.println(OUTCOME + " " + outcome);
    System.exit(0); // Threads that had no memory may be left in any state.
  }

  /** Reads the run with the default client. Argument: the URL. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) throws IOException {
      try (ExtendClient extend =
          ExtendClient.builder().apiKey("sk_benchmark").baseUrl(arguments[0]).build()) {
        sayOutcome(() -> extend.parseRuns().retrieve("pr_Xj8mK2pL9nR4vT7qY5wZ").getOutput());
      }
    }
  }

  /** Reads the run into plain fields. Argument: the URL. */
  static final class OkHttpWithJackson {
    private OkHttpWithJackson() {}

    public static void main(String[] arguments) throws IOException {
      ObjectMapper mapper =
          new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
      Request request = new Request.Builder().url(arguments[0] + "parse_runs/pr_1").build();
      sayOutcome(
          () -> {
            try (Response response = new OkHttpClient().newCall(request).execute()) {
              return mapper.readValue(response.body().byteStream(), PlainParseRun.class);
            }
          });
    }
  }

  /** Reads the run; may run out of memory. */
  @FunctionalInterface
  private interface Reading {
    @Nullable Object read() throws IOException;
  }
}
