package io.github.extendclient.benchmarks.process;

import com.squareup.moshi.Moshi;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.benchmarks.plain.PlainParseRun;
import java.io.IOException;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The smallest program that reads one parse run, four times over. Each says when it is done. */
final class FirstAnswer {
  static final String DONE = "decoded";
  static final String ID = "pr_Xj8mK2pL9nR4vT7qY5wZ";
  private static final String KEY = "sk_benchmark";

  private FirstAnswer() {}

  /** With this client. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) {
      try (ExtendClient extend = ExtendClient.builder().apiKey(KEY).baseUrl(arguments[0]).build()) {
        System.out.println(DONE + " " + extend.parseRuns().retrieve(ID).getId());
      }
    }
  }

  /** With OkHttp alone; the body is read and dropped. */
  static final class Drained {
    private Drained() {}

    public static void main(String[] arguments) throws IOException {
      try (Response response = get(arguments[0])) {
        System.out.println(DONE + " " + response.body().bytes().length);
      }
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }

  /** The same without TLS, which is not needed over loopback, but OkHttp sets it up. */
  static final class WithoutTls {
    private WithoutTls() {}

    public static void main(String[] arguments) throws IOException {
      OkHttpClient http =
          new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();
      try (Response response = get(http, arguments[0])) {
        System.out.println(DONE + " " + response.body().bytes().length);
      }
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }

  /** With OkHttp and Moshi's adapters by reflection on plain classes. */
  static final class Decoded {
    private Decoded() {}

    public static void main(String[] arguments) throws IOException {
      try (Response response = get(arguments[0])) {
        PlainParseRun run =
            new Moshi.Builder()
                .build()
                .adapter(PlainParseRun.class)
                .fromJson(response.body().source());
        System.out.println(DONE + " " + (run == null ? "nothing" : run.id));
      }
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }

  private static Response get(String url) throws IOException {
    return get(new OkHttpClient(), url);
  }

  private static Response get(OkHttpClient http, String url) throws IOException {
    Request request =
        new Request.Builder()
            .url(url + "parse_runs/" + ID)
            .header("Authorization", "Bearer " + KEY)
            .build();
    return http.newCall(request).execute();
  }
}
