package io.github.extendclient.internal.http;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks up names on another thread, so that the thread of the call notices a cancellation or
 * interrupt within 20 ms. The lookup itself cannot be stopped. Belongs to one call; {@link
 * #release} drops the reference to it, because a pooled connection keeps this object. Equal for all
 * calls of a client, because OkHttp compares it to decide which connections can be shared.
 */
public final class CancellableDns implements Dns {
  private static final long SLICE_MILLIS = 20;

  // How OkHttp adapts a DNS with only a lookup method.
  private static final String PLAIN_LOOKUP = "okhttp3.internal.dns.LookupDnsCall";

  private final Dns dns;
  private final Executor workers;
  private volatile okhttp3.@Nullable Call call;

  /**
   * Creates a DNS for one call.
   *
   * @param dns does the lookup
   * @param workers run the lookup
   * @param call ends the wait when it is cancelled
   */
  public CancellableDns(Dns dns, Executor workers, okhttp3.Call call) {
    this.dns = dns;
    this.workers = workers;
    this.call = call;
  }

  /** Drops the reference to the call, which has ended. */
  public void release() {
    call = null;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    workers.execute(
        () -> {
          try {
            found.complete(dns.lookup(hostname));
          } catch (Throwable e) {
            found.completeExceptionally(e);
          }
        });
    while (true) {
      try {
        return found.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        okhttp3.Call waiting = call;
        if (waiting == null || waiting.isCanceled()) {
          throw failed(hostname, "the call was cancelled", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed(hostname, "the thread was interrupted", new InterruptedIOException());
      } catch (ExecutionException e) {
        throw rethrown(hostname, e.getCause());
      }
    }
  }

  /** Returns a lookup that OkHttp can cancel. */
  @Override
  public Call newCall(Request request) {
    Call its = dns.newCall(request);
    return its.getClass().getName().equals(PLAIN_LOOKUP) ? Dns.super.newCall(request) : its;
  }

  private static UnknownHostException rethrown(String hostname, @Nullable Throwable failure) {
    if (failure instanceof UnknownHostException unknown) {
      return unknown;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failed(hostname, String.valueOf(failure), failure);
  }

  private static UnknownHostException failed(
      String hostname, String why, @Nullable Throwable cause) {
    UnknownHostException failure =
        new UnknownHostException(hostname + " was not looked up: " + why);
    failure.initCause(cause);
    return failure;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CancellableDns that && dns.equals(that.dns);
  }

  @Override
  public int hashCode() {
    return dns.hashCode();
  }
}
