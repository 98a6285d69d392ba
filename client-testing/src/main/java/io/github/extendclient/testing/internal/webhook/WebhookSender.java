package io.github.extendclient.testing.internal.webhook;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.thread.ServerThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Sends signed events by POST, to loopback addresses only, in the order of the events. Without a
 * 2xx response, an event is sent again.
 */
final class WebhookSender implements AutoCloseable {
  /** From the page on best practices for webhooks. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The delays of retries. The API documents growing delays, but not their lengths. */
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
  private static final MediaType JSON = MediaType.get("application/json");

  private final ClockScheduler scheduler;
  private final ServerThreads threads;
  private final Clock clock;
  private @Nullable OkHttpClient client;
  private boolean closed;

  /**
   * A sender whose retries a scheduler runs.
   *
   * @param name of its threads
   */
  WebhookSender(ClockScheduler scheduler, Clock clock, Supplier<String> name) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.threads = new ServerThreads(name);
  }

  /** Sends an event, with retries; an event for another host is dropped. */
  void send(Resource endpoint, ApiVersion version, ByteString body) {
    HttpUrl url = HttpUrl.parse(endpoint.text("url"));
    if (url != null && LOOPBACK.contains(url.host())) {
      scheduler.at(clock.instant(), () -> attempt(endpoint, url, version, body, 0));
    }
  }

  private void attempt(
      Resource endpoint, HttpUrl url, ApiVersion version, ByteString body, int attempt) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(body, JSON))
            .header(ApiVersion.HEADER, version.date())
            .header("x-extend-request-timestamp", timestamp)
            .header(
                "x-extend-request-signature",
                signature(endpoint.text("signingSecret"), timestamp, body));
    if (endpoint.data().get("advancedOptions") instanceof JsonObject options
        && options.get("headers") instanceof JsonObject headers) {
      for (Map.Entry<String, @Nullable Object> header : headers.entrySet()) {
        request.header(header.getKey(), String.valueOf(header.getValue()));
      }
    }
    enqueue(request.build(), new Attempt(() -> retry(endpoint, url, version, body, attempt)));
  }

  /** Nothing is sent after the end, not even by an action that was under way. */
  private synchronized void enqueue(Request request, Callback callback) {
    if (!closed) {
      client().newCall(request).enqueue(callback);
    }
  }

  private void retry(
      Resource endpoint, HttpUrl url, ApiVersion version, ByteString body, int attempt) {
    if (attempt < DELAYS.size()) {
      scheduler.at(
          clock.instant().plus(DELAYS.get(attempt)),
          () -> attempt(endpoint, url, version, body, attempt + 1));
    }
  }

  private static String signature(String secret, String timestamp, ByteString body) {
    ByteString head = ByteString.encodeUtf8("v0:" + timestamp + ":");
    byte[] message = new byte[head.size() + body.size()];
    System.arraycopy(head.toByteArray(), 0, message, 0, head.size());
    System.arraycopy(body.toByteArray(), 0, message, head.size(), body.size());
    return ByteString.of(message).hmacSha256(ByteString.encodeUtf8(secret)).hex();
  }

  private OkHttpClient client() {
    if (client == null) {
      Dispatcher inOrder = new Dispatcher(Executors.newCachedThreadPool(threads));
      inOrder.setMaxRequestsPerHost(1);
      client =
          new OkHttpClient.Builder()
              .dispatcher(inOrder)
              .callTimeout(TIMEOUT)
              .followRedirects(false)
              .build();
    }
    return client;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (client != null) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
      }
    }
    threads.join();
  }

  private record Attempt(Runnable otherwise) implements Callback {
    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        if (!response.isSuccessful()) {
          otherwise.run();
        }
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      otherwise.run();
    }
  }
}
