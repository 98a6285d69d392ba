package io.github.extendclient.internal.http;

import io.github.extendclient.internal.callback.Interrupts;
import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.time.UncaughtErrors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps what the user's event listener throws from the call: otherwise a metric that fails after a
 * create would lose the ID of a billed run. Logs the first failure of each call. Called by OkHttp
 * on the thread of each event.
 */
final class GuardedEventListener extends EventListener {
  private static final Logger LOG = Loggers.named("io.github.extendclient.calls");

  private final EventListener listener;
  private volatile boolean hasFailed;

  private GuardedEventListener(EventListener listener) {
    this.listener = listener;
  }

  /** Returns a factory whose listeners never throw. */
  static EventListener.Factory over(EventListener.Factory factory) {
    return call -> {
      try {
        EventListener listener = factory.create(call);
        return listener == NONE ? NONE : new GuardedEventListener(listener);
      } catch (Throwable e) {
        report(e);
        return NONE;
      }
    };
  }

  private void guard(Runnable event) {
    try {
      event.run();
    } catch (Throwable e) {
      if (!hasFailed) {
        hasFailed = true;
        report(e);
      }
    }
  }

  private static void report(Throwable failure) {
    Interrupts.keep(failure);
    try {
      LOG.warn("The event listener of the HTTP client failed; the call goes on.", failure);
      UncaughtErrors.handle(failure);
    } catch (Throwable e) {
      // The log or the handler failed too, perhaps after an OutOfMemoryError.
    }
  }

  @Override
  public void callStart(Call call) {
    guard(() -> listener.callStart(call));
  }

  @Override
  public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
    guard(() -> listener.dispatcherQueueStart(call, dispatcher));
  }

  @Override
  public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
    guard(() -> listener.dispatcherQueueEnd(call, dispatcher));
  }

  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    guard(() -> listener.proxySelectStart(call, url));
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    guard(() -> listener.proxySelectEnd(call, url, proxies));
  }

  @Override
  public void dnsStart(Call call, String domain) {
    guard(() -> listener.dnsStart(call, domain));
  }

  @Override
  public void dnsEnd(Call call, String domain, List<InetAddress> addresses) {
    guard(() -> listener.dnsEnd(call, domain, addresses));
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    guard(() -> listener.connectStart(call, address, proxy));
  }

  @Override
  public void secureConnectStart(Call call) {
    guard(() -> listener.secureConnectStart(call));
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    guard(() -> listener.secureConnectEnd(call, handshake));
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    guard(() -> listener.connectEnd(call, address, proxy, protocol));
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException failure) {
    guard(() -> listener.connectFailed(call, address, proxy, protocol, failure));
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    guard(() -> listener.connectionAcquired(call, connection));
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    guard(() -> listener.connectionReleased(call, connection));
  }

  @Override
  public void requestHeadersStart(Call call) {
    guard(() -> listener.requestHeadersStart(call));
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    guard(() -> listener.requestHeadersEnd(call, request));
  }

  @Override
  public void requestBodyStart(Call call) {
    guard(() -> listener.requestBodyStart(call));
  }

  @Override
  public void requestBodyEnd(Call call, long bytes) {
    guard(() -> listener.requestBodyEnd(call, bytes));
  }

  @Override
  public void requestFailed(Call call, IOException failure) {
    guard(() -> listener.requestFailed(call, failure));
  }

  @Override
  public void responseHeadersStart(Call call) {
    guard(() -> listener.responseHeadersStart(call));
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    guard(() -> listener.responseHeadersEnd(call, response));
  }

  @Override
  public void responseBodyStart(Call call) {
    guard(() -> listener.responseBodyStart(call));
  }

  @Override
  public void responseBodyEnd(Call call, long bytes) {
    guard(() -> listener.responseBodyEnd(call, bytes));
  }

  @Override
  public void responseFailed(Call call, IOException failure) {
    guard(() -> listener.responseFailed(call, failure));
  }

  @Override
  public void callEnd(Call call) {
    guard(() -> listener.callEnd(call));
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    guard(() -> listener.callFailed(call, failure));
  }

  @Override
  public void canceled(Call call) {
    guard(() -> listener.canceled(call));
  }

  @Override
  public void satisfactionFailure(Call call, Response response) {
    guard(() -> listener.satisfactionFailure(call, response));
  }

  @Override
  public void cacheHit(Call call, Response response) {
    guard(() -> listener.cacheHit(call, response));
  }

  @Override
  public void cacheMiss(Call call) {
    guard(() -> listener.cacheMiss(call));
  }

  @Override
  public void cacheConditionalHit(Call call, Response response) {
    guard(() -> listener.cacheConditionalHit(call, response));
  }

  @Override
  public void retryDecision(Call call, IOException failure, boolean retry) {
    guard(() -> listener.retryDecision(call, failure, retry));
  }

  @Override
  public void followUpDecision(Call call, Response response, @Nullable Request next) {
    guard(() -> listener.followUpDecision(call, response, next));
  }
}
