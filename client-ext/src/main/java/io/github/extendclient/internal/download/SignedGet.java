package io.github.extendclient.internal.download;

import io.github.extendclient.internal.http.BoundedSource;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.time.Watchdog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;

/**
 * Sends a GET to a signed URL, without the key or any header of the client other than those given
 * here. Bounded in time and size.
 */
public final class SignedGet {
  private final Call.Factory network;
  private final Headers headers;

  /**
   * Creates a sender.
   *
   * @param network sends the requests; must not follow redirects
   * @param headers all headers of the requests
   */
  public SignedGet(Call.Factory network, Headers headers) {
    this.network = network;
    this.headers = headers;
  }

  /**
   * Sends one request.
   *
   * @param url the signed URL
   * @param limit the timeout up to the last byte; zero or negative fails at once
   * @return the response, which the caller closes
   * @throws IOException if there is no response; {@link InterruptedIOException} if the timeout
   *     expired, or the thread was interrupted, whose interrupt flag is then set
   */
  public Response send(HttpUrl url, Duration limit) throws IOException {
    Call call = network.newCall(new Request.Builder().url(url).headers(headers).build());
    // Zero would mean no timeout.
    call.timeout().timeout(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
    Watchdog.Watch watch = InterruptibleBody.watch(call);
    try {
      Response response = call.execute();
      return response.newBuilder().body(new InterruptibleBody(response.body(), call)).build();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // OkHttp, written in Kotlin, throws an undeclared InterruptedException.
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } finally {
      watch.end();
    }
  }

  /**
   * Returns the body of a response, which fails if it is too large.
   *
   * @param response closed if its declared length is too large
   * @param maxBytes the maximum size, after decompression
   * @param tooLarge makes the failure from the maximum
   * @param progress called after each read with the bytes received so far
   * @return the content, which the caller closes or reads to its end
   * @throws RefusedResponseException if the declared length is too large
   */
  public static BufferedSource content(
      Response response,
      long maxBytes,
      LongFunction<RefusedResponseException> tooLarge,
      LongConsumer progress)
      throws RefusedResponseException {
    if (response.body().contentLength() > maxBytes) {
      response.close();
      throw tooLarge.apply(maxBytes);
    }
    return Okio.buffer(new BoundedSource(response.body().source(), maxBytes, tooLarge, progress));
  }
}
