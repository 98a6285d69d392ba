package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.http.Origin;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * Makes an attempt from a Retrofit request: adds the headers, sends the key only to the configured
 * origin, and bounds the size of the response. Works with any call factory, so a user's own factory
 * has the same protection.
 */
public final class AttemptCallFactory implements Call.Factory {
  private final Call.Factory delegate;
  private final ClientConfig config;
  private final Origin origin;
  private final BodyLog bodies;
  private final Map<Method, ApiOperation> operations = new ConcurrentHashMap<>();
  private final Map<Class<?>, StandardHeaders> headers = new ConcurrentHashMap<>();

  /**
   * Creates a factory over an HTTP client.
   *
   * @param delegate a client with this client's interceptors, or the user's call factory
   * @param config the settings
   */
  public AttemptCallFactory(Call.Factory delegate, ClientConfig config) {
    this.delegate = delegate;
    this.config = config;
    this.origin = new Origin(config.baseUrl());
    this.bodies = new BodyLog(config.logBodies());
  }

  @Override
  public Call newCall(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      throw new IllegalArgumentException("Only calls of Retrofit interfaces can be made here.");
    }
    if (!origin.contains(request.url())) {
      throw new IllegalArgumentException(
          "The request goes to "
              + Origin.text(request.url())
              + ", but this client and its key belong to "
              + origin
              + ".");
    }
    ApiOperation operation = operations.computeIfAbsent(invocation.method(), ApiOperation::of);
    Attempt attempt =
        new Attempt(
            operation, config.timeouts().holdOf(operation.hold()), config.callFactory() == null);
    return new AttemptCall(this, request, attempt);
  }

  /** Gets the key and passes the request to the HTTP client. */
  Call send(Request request, Attempt attempt) throws IOException {
    String key = config.apiKey().get();
    Request decorated = decorate(request, attempt, key);
    bodies.request(attempt, request.body());
    if (!attempt.isTracked() && hasNoBody(decorated)) {
      attempt.writeLast();
    }
    return delegate.newCall(decorated);
  }

  private Request decorate(Request request, Attempt attempt, String key) {
    Class<?> api = Objects.requireNonNull(request.tag(Invocation.class)).service();
    StandardHeaders standard = headers.get(api);
    if (standard == null || !standard.carry(key)) {
      standard = new StandardHeaders(config, Catalog.versionOf(api), key);
      headers.put(api, standard);
    }
    attempt.carry(standard.secrets());
    Request.Builder builder =
        request
            .newBuilder()
            .url(url(request.url()))
            .headers(standard.over(request.headers()))
            .tag(Attempt.class, attempt);
    if (request.body() != null) {
      builder.method(request.method(), new AttemptBody(request.body(), attempt));
    }
    return builder.build();
  }

  private HttpUrl url(HttpUrl url) {
    if (config.queryParameters().isEmpty()) {
      return url;
    }
    HttpUrl.Builder builder = url.newBuilder();
    config.queryParameters().forEach(builder::setQueryParameter);
    return builder.build();
  }

  private static boolean hasNoBody(Request request) throws IOException {
    return request.body() == null || request.body().contentLength() == 0;
  }

  Origin origin() {
    return origin;
  }

  BodyLog bodies() {
    return bodies;
  }

  long maxResponseBytes() {
    return config.maxResponseBytes();
  }
}
