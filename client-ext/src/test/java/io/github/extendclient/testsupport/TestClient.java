package io.github.extendclient.testsupport;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.call.Transport;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.config.ApiKey;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.config.RetrySettings;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.pacing.Pacer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A client for the small API on virtual time. */
public final class TestClient implements AutoCloseable {
  public static final String KEY = "sk_test_0123456789";

  private final HttpUrl baseUrl;
  private final VirtualTimeline timeline = new VirtualTimeline();
  private final List<AttemptEvent> events = new CopyOnWriteArrayList<>();

  private @Nullable Timeline otherTimeline;
  private @Nullable OkHttpClient httpClient;
  private Call.@Nullable Factory callFactory;
  private @Nullable String workspace;
  private @Nullable Duration deadline;
  private @Nullable Duration readTimeout;
  private IdPolicy idPolicy = IdPolicy.STRICT;
  private RetrySettings retries = RetrySettings.DEFAULT;
  private Duration maxRetryAfter = ClientConfig.DEFAULT_MAX_RETRY_AFTER;
  private long maxResponseBytes = 1 << 20;
  private int maxConcurrentRequests = ClientConfig.DEFAULT_MAX_CONCURRENT_REQUESTS;
  private @Nullable Executor executor;
  private Supplier<String> key = () -> KEY;
  private AttemptListener listener = event -> {};
  private @Nullable Pacer pacer;
  private boolean logBodies;
  private @Nullable Transport transport;

  private TestClient(HttpUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  public static TestClient to(MockWebServer server) {
    return new TestClient(server.url("/"));
  }

  public static TestClient to(String baseUrl) {
    return new TestClient(HttpUrl.get(baseUrl));
  }

  public static MockResponse ok() {
    return new MockResponse.Builder().body("{\"name\":\"a\",\"size\":1}").build();
  }

  public static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).build();
  }

  public TestClient httpClient(OkHttpClient client) {
    httpClient = client;
    return this;
  }

  public TestClient callFactory(Call.Factory factory) {
    callFactory = factory;
    return this;
  }

  public TestClient workspace(String id) {
    workspace = id;
    return this;
  }

  public TestClient deadline(Duration limit) {
    deadline = limit;
    return this;
  }

  public TestClient readTimeout(Duration limit) {
    readTimeout = limit;
    return this;
  }

  public TestClient ids(IdPolicy policy) {
    idPolicy = policy;
    return this;
  }

  public TestClient retries(int attempts, boolean creates) {
    retries = new RetrySettings(attempts, creates);
    return this;
  }

  public TestClient maxResponseBytes(long bytes) {
    maxResponseBytes = bytes;
    return this;
  }

  public TestClient maxRetryAfter(Duration longest) {
    maxRetryAfter = longest;
    return this;
  }

  public TestClient maxConcurrentRequests(int requests) {
    maxConcurrentRequests = requests;
    return this;
  }

  public TestClient executor(Executor executor) {
    this.executor = executor;
    return this;
  }

  public TestClient key(Supplier<String> supplier) {
    key = supplier;
    return this;
  }

  /** Called for each attempt after it is added to {@link #events}. */
  public TestClient listener(AttemptListener listener) {
    this.listener = listener;
    return this;
  }

  public TestClient pacer(Pacer pacer) {
    this.pacer = pacer;
    return this;
  }

  public TestClient logBodies() {
    logBodies = true;
    return this;
  }

  public TestClient on(Timeline timeline) {
    otherTimeline = timeline;
    return this;
  }

  public VirtualTimeline timeline() {
    return timeline;
  }

  public List<AttemptEvent> events() {
    return events;
  }

  public ThingsApi things() {
    return api(ThingsApi.class);
  }

  /** A view of the same client with a shorter deadline. */
  public ThingsApi thingsWithin(Duration limit) {
    return transport().with(config(limit)).apis(Thing.ADAPTERS).create(ThingsApi.class);
  }

  public <T> T api(Class<T> api) {
    return transport().apis(Thing.ADAPTERS).create(api);
  }

  private Transport transport() {
    if (transport == null) {
      transport =
          new Transport(
              config(deadline),
              new IdRegistry(new LinkedHashMap<>(Map.of("extend", SmallApi.class))));
    }
    return transport;
  }

  private ClientConfig config(@Nullable Duration limit) {
    return new ClientConfig(
        baseUrl,
        ApiKey.from(key),
        workspace,
        "test/1",
        Map.of(),
        Map.of(),
        new Timeouts(null, readTimeout, null, null, limit),
        httpClient,
        callFactory,
        idPolicy,
        retries,
        maxRetryAfter,
        maxResponseBytes,
        maxConcurrentRequests,
        executor,
        pacer,
        logBodies,
        this::attemptEnded,
        otherTimeline != null ? otherTimeline : timeline,
        new Random(1));
  }

  private void attemptEnded(AttemptEvent event) {
    events.add(event);
    listener.attemptEnded(event);
  }

  @Override
  public void close() {
    if (transport != null) {
      transport.close();
    }
  }
}
