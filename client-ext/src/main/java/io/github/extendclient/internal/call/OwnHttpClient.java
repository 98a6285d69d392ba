package io.github.extendclient.internal.call;

import io.github.extendclient.internal.config.Timeouts;
import java.util.List;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of a client whose user brought none. TLS is set up with the first call that needs
 * it: calls to a server on the same machine need none, and it takes longer than all else at the
 * start.
 */
final class OwnHttpClient implements Call.Factory {
  private final OkHttpClient withoutTls;
  private volatile @Nullable OkHttpClient withTls;

  OwnHttpClient(Timeouts timeouts) {
    withoutTls = HttpClients.create(timeouts);
  }

  @Override
  public Call newCall(Request request) {
    OkHttpClient client = request.isHttps() ? withTls() : withoutTls;
    return client.newCall(request);
  }

  /** Shares the connections and threads of the one without. */
  private OkHttpClient withTls() {
    OkHttpClient made = withTls;
    return made != null ? made : makeWithTls();
  }

  private synchronized OkHttpClient makeWithTls() {
    OkHttpClient made = withTls;
    if (made == null) {
      made =
          withoutTls
              .newBuilder()
              .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
              .build();
      withTls = made;
    }
    return made;
  }

  void close() {
    withoutTls.dispatcher().executorService().shutdown();
    withoutTls.connectionPool().evictAll();
  }
}
