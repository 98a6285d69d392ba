package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import java.io.IOException;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The smallest programs that read one parse run, with this client and with OkHttp alone. Each
 * prints a line at its end. Arguments: the URL, and {@code cleartext} for a client without TLS.
 */
final class FirstResponse {
  static final String DONE = "decoded";
  static final String CLEARTEXT = "cleartext";
  private static final String ID = "pr_Xj8mK2pL9nR4vT7qY5wZ";
  private static final String KEY = "sk_benchmark";

  private FirstResponse() {}

  /** Returns a client without TLS if the arguments ask for it; null for the default client. */
  private static @Nullable OkHttpClient withoutTls(String[] arguments) {
    return arguments.length > 1 && arguments[1].equals(CLEARTEXT)
        ? new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build()
        : null;
  }

  /** With this client; the response is decoded. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) {
      var builder = ExtendClient.builder().apiKey(KEY).baseUrl(arguments[0]);
      OkHttpClient http = withoutTls(arguments);
      if (http != null) {
        builder.httpClient(http);
      }
      try (ExtendClient extend = builder.build()) {
        System.out.println(DONE + " " + extend.parseRuns().retrieve(ID).getId());
      }
      System.exit(0); // Else the threads of the user's OkHttp would keep the process.
    }
  }

  /** With OkHttp alone; the body is read and dropped. */
  static final class OkHttpAlone {
    private OkHttpAlone() {}

    public static void main(String[] arguments) throws IOException {
      OkHttpClient http = withoutTls(arguments);
      Request request =
          new Request.Builder()
              .url(arguments[0] + "parse_runs/" + ID)
              .header("Authorization", "Bearer " + KEY)
              .build();
      try (Response response =
          (http == null ? new OkHttpClient() : http).newCall(request).execute()) {
        System.out.println(DONE + " " + response.body().bytes().length);
      }
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }
}
