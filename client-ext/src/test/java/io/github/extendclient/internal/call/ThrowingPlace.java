package io.github.extendclient.internal.call;

import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Where code of the user runs during a call, and may throw. */
enum ThrowingPlace {
  LISTENER(true),
  PACER(false),
  TURN(false),
  THROTTLED(true),
  KEY_SUPPLIER(false),
  INTERCEPTOR(false),
  NETWORK_INTERCEPTOR(false),
  EVENT_LISTENER(true),
  DNS(false),
  PROXY_SELECTOR(false),
  COOKIE_JAR(false),
  UPLOAD_BODY(false),
  UPLOAD_PROGRESS(false),
  CONVERTER(false),
  EXECUTOR(false),
  PAGE_ACTION(false),
  POLL_PROGRESS(false);

  /** Whether the call continues as if nothing had been thrown. */
  final boolean goesOn;

  ThrowingPlace(boolean goesOn) {
    this.goesOn = goesOn;
  }

  /**
   * Makes a client run code at this place.
   *
   * @param client not used yet
   * @param hit throws when its time has come
   */
  void prepare(TestClient client, Runnable hit) {
    Interceptor interceptor =
        chain -> {
          hit.run();
          return chain.proceed(chain.request());
        };
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    switch (this) {
      case LISTENER -> client.listener(event -> hit.run());
      case PACER ->
          client.pacer(
              category -> {
                hit.run();
                return () -> Duration.ZERO;
              });
      case TURN ->
          client.pacer(
              category ->
                  () -> {
                    hit.run();
                    return Duration.ZERO;
                  });
      case THROTTLED ->
          client.pacer(
              new Pacer() {
                @Override
                public Turn reserve(RateLimitCategory category) {
                  return () -> Duration.ZERO;
                }

                @Override
                public void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {
                  hit.run();
                }
              });
      case KEY_SUPPLIER ->
          client.key(
              () -> {
                hit.run();
                return TestClient.KEY;
              });
      case INTERCEPTOR -> client.httpClient(http.addInterceptor(interceptor).build());
      case NETWORK_INTERCEPTOR ->
          client.httpClient(http.addNetworkInterceptor(interceptor).build());
      case EVENT_LISTENER ->
          client.httpClient(
              http.eventListener(
                      new EventListener() {
                        @Override
                        public void callStart(Call call) {
                          hit.run();
                        }
                      })
                  .build());
      case DNS ->
          client.httpClient(
              http.dns(
                      host -> {
                        hit.run();
                        return Dns.SYSTEM.lookup(host);
                      })
                  .build());
      case PROXY_SELECTOR ->
          client.httpClient(
              http.proxySelector(
                      new ProxySelector() {
                        @Override
                        public List<Proxy> select(URI uri) {
                          hit.run();
                          return List.of(Proxy.NO_PROXY);
                        }

                        @Override
                        public void connectFailed(
                            URI uri, SocketAddress address, IOException failure) {}
                      })
                  .build());
      case COOKIE_JAR ->
          client.httpClient(
              http.cookieJar(
                      new CookieJar() {
                        @Override
                        public List<Cookie> loadForRequest(HttpUrl url) {
                          hit.run();
                          return List.of();
                        }

                        @Override
                        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}
                      })
                  .build());
      case EXECUTOR ->
          client.executor(
              new Executor() {
                private final Executor threads =
                    Executors.newCachedThreadPool(
                        task -> {
                          Thread thread = new Thread(task);
                          thread.setDaemon(true);
                          return thread;
                        });

                @Override
                public void execute(Runnable task) {
                  hit.run();
                  threads.execute(task);
                }
              });
      case CONVERTER -> Thing.onRead = hit;
      case UPLOAD_BODY, UPLOAD_PROGRESS, PAGE_ACTION, POLL_PROGRESS -> {}
    }
  }
}
