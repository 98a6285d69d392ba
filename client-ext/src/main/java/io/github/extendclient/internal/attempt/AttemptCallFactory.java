package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.http.Origin;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * Turns a request from Retrofit into one attempt: adds the headers, refuses to carry the key
 * anywhere but to the configured origin, and bounds what comes back. Works on any call factory, so
 * none of this is lost when users bring their own.
 */
public final class AttemptCallFactory implements Call.Factory {
  private final Call.Factory delegate;
  private final ClientConfig config;
  private final Origin origin;
  private final BodyLog bodies;
  private final Map<Method, ApiOperation> facts = new ConcurrentHashMap<>();
  private final Map<Class<?>, StandardHeaders> headers = new ConcurrentHashMap<>();

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
      throw new IllegalArgumentException("Only calls of generated interfaces can be made here.");
    }
    if (!origin.contains(request.url())) {
      throw new IllegalArgumentException(
          "The request goes to "
              + Origin.text(request.url())
              + ", but this client and its key belong to "
              + origin
              + ".");
    }
    ApiOperation operation = factsOf(invocation.method());
    String key = config.apiKey().get();
    Attempt attempt = new Attempt(operation, config.timeouts().holdOf(operation.hold()), key);
    Request decorated = decorate(request, invocation.service(), attempt, key);
    bodies.request(attempt, request.body());
    return new AttemptCall(
        delegate.newCall(decorated), decorated, this, origin, bodies, config.maxResponseBytes());
  }

  private Request decorate(Request request, Class<?> api, Attempt attempt, String key) {
    StandardHeaders standard = headers.get(api);
    if (standard == null || !standard.carry(key)) {
      standard = new StandardHeaders(config, Catalog.versionOf(api), key);
      headers.put(api, standard);
    }
    Request.Builder builder =
        request.newBuilder().tag(Attempt.class, attempt).headers(standard.over(request.headers()));
    if (request.body() != null) {
      builder.method(request.method(), new AttemptBody(request.body(), attempt));
    }
    return builder.build();
  }

  private ApiOperation factsOf(Method method) {
    return facts.computeIfAbsent(method, ApiOperation::of);
  }
}
