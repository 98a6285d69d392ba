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
 * Looks names up on another thread, so that the thread of a call hears within 20 ms that it was
 * cancelled or interrupted. The lookup itself cannot be stopped. Belongs to one call, and forgets
 * it with {@link #release}, because a pooled connection keeps this object. Equal for all calls of a
 * client, because OkHttp compares it to find out which connections can be shared.
 */
public final class CancellableDns implements Dns {
  private static final long SLICE_MILLIS = 20;

  // What OkHttp makes of a DNS that has only a lookup.
  private static final String PLAIN_LOOKUP = "okhttp3.internal.dns.LookupDnsCall";

  private final Dns dns;
  private final Executor workers;
  private volatile okhttp3.@Nullable Call call;

  /**
   * A DNS for one call.
   *
   * @param dns does the lookup
   * @param workers run it
   * @param call stops waiting when it is cancelled
   */
  public CancellableDns(Dns dns, Executor workers, okhttp3.Call call) {
    this.dns = dns;
    this.workers = workers;
    this.call = call;
  }

  /** Forgets the call, which has ended. */
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

  /** A DNS with calls of its own can be cancelled by OkHttp. */
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
