package io.github.extendclient.internal.call;

import io.github.extendclient.testsupport.TestClient;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server with random faults, which counts how often it took each create. */
final class RandomFaults extends Dispatcher {
  private static final Pattern NAME = Pattern.compile("\"name\":\"(n\\d+)\"");

  private final Map<String, AtomicInteger> creates = new ConcurrentHashMap<>();
  private final Random random;

  RandomFaults(long seed) {
    random = new Random(seed);
  }

  /** How often each create was taken, by the name in its body. */
  Map<String, AtomicInteger> creates() {
    return creates;
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    int fault = random.nextInt(100);
    if (fault < 4) {
      return status(429).newBuilder().addHeader("Retry-After", "0").build();
    }
    // Only a 429 says for certain that a create was not taken.
    if (request.getMethod().equals("POST")) {
      count(request.getBody().utf8());
    }
    if (fault < 8) {
      return status(503);
    }
    MockResponse.Builder ok = TestClient.ok().newBuilder();
    if (fault < 10) {
      ok.onResponseStart(new SocketEffect.CloseSocket());
    } else if (fault < 12) {
      ok.onResponseBody(new SocketEffect.CloseSocket());
    } else if (fault < 14) {
      ok.onResponseEnd(new SocketEffect.CloseSocket());
    } else if (fault < 16) {
      ok.headersDelay(50, TimeUnit.MILLISECONDS);
    }
    return ok.build();
  }

  private void count(String body) {
    Matcher name = NAME.matcher(body);
    if (name.find()) {
      creates.computeIfAbsent(name.group(1), unknown -> new AtomicInteger()).incrementAndGet();
    }
  }

  private static MockResponse status(int status) {
    return TestClient.status(status);
  }
}
