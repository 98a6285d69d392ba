package io.github.extendclient.internal.download;

import io.github.extendclient.internal.http.BoundedSource;
import io.github.extendclient.internal.http.RefusedResponseException;
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
 * One GET of a URL that gives access by itself: neither the key nor any header of this client but
 * those given here goes along. Bounded in time and size.
 */
public final class SignedGet {
  private final Call.Factory network;
  private final Headers headers;

  /**
   * A way to send such requests.
   *
   * @param network sends them; must not follow redirects
   * @param headers all that they carry
   */
  public SignedGet(Call.Factory network, Headers headers) {
    this.network = network;
    this.headers = headers;
  }

  /**
   * Sends it once.
   *
   * @param url where to
   * @param limit the bound on the time, up to the last byte; not positive if there is none left
   * @return the response, to be closed
   * @throws IOException if no response came; {@link InterruptedIOException} if the time was over,
   *     or the thread was interrupted, whose flag is set then
   */
  public Response send(HttpUrl url, Duration limit) throws IOException {
    Call call = network.newCall(new Request.Builder().url(url).headers(headers).build());
    // Zero would be no limit.
    call.timeout().timeout(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
    try {
      return call.execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // OkHttp is Kotlin and throws an undeclared InterruptedException.
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /**
   * The body of a response, which fails when more comes than allowed.
   *
   * @param response is closed if its length is known and too large
   * @param maxBytes the bound, on what comes out of decompression
   * @param tooLarge words the failure, given the most that may come
   * @param progress is told after each read how many bytes have come
   * @return to be closed, or to be read to its end
   * @throws RefusedResponseException if the length is known and too large
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
