package io.github.extendclient.internal.download;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.config.BaseUrls;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.http.Origin;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.retry.Backoff;
import io.github.extendclient.internal.retry.RetryAfter;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.runtime.TransferListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Downloads from signed URLs over the client's connections. */
public final class SignedUrls {
  private static final int MAX_REDIRECTS = 5;

  private final SignedGet get;
  private final ClientConfig config;
  private final Backoff backoff;
  private final BooleanSupplier isClosed;

  /**
   * Creates a downloader.
   *
   * @param network sends the requests; must not follow redirects
   * @param config the settings
   * @param isClosed returns whether the client is closed
   */
  public SignedUrls(Call.Factory network, ClientConfig config, BooleanSupplier isClosed) {
    this.get = new SignedGet(network, Headers.of("User-Agent", config.userAgent()));
    this.config = config;
    this.backoff = new Backoff(config.random());
    this.isClosed = isClosed;
  }

  /**
   * Checks a URL before anything is sent.
   *
   * @param url the user's URL
   * @throws IllegalArgumentException if downloads from the URL are not allowed
   */
  public void check(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "The URL of a download is not a web address: give the outputUrl or presignedUrl as the"
              + " API returned it.");
    }
    if (!BaseUrls.isSafe(parsed)) {
      throw new IllegalArgumentException(
          "The URL of a download leads to "
              + Origin.text(parsed)
              + ", and only https is fetched: http is for localhost only.");
    }
  }

  /**
   * Opens a download.
   *
   * @param url a checked URL
   * @param maxBytes the maximum size
   * @param limit the timeout up to the last byte
   * @param progress receives the progress; reading the stream rethrows its exceptions
   * @return the stream, which the caller closes
   * @throws io.github.extendclient.error.DownloadException unless the server responds with success
   */
  public InputStream open(String url, long maxBytes, Duration limit, TransferListener progress) {
    HttpUrl parsed = HttpUrl.get(url);
    Deadline deadline = Deadline.in(config.timeline(), limit);
    for (int attempt = 1; ; attempt++) {
      requireOpen(parsed, attempt);
      ExtendException failure;
      Duration wait;
      try {
        Response response = fetch(parsed, deadline);
        if (response.isSuccessful()) {
          return content(response, maxBytes, progress);
        }
        failure = refused(parsed, response);
        wait = waitAfter(response, attempt);
        response.close();
      } catch (IOException e) {
        failure = broken(parsed, e);
        wait = waitAfter(e, attempt);
      }
      if (wait == null
          || attempt >= config.retries().maxAttempts()
          || wait.compareTo(deadline.left()) >= 0) {
        throw failure;
      }
      await(parsed, wait);
    }
  }

  private void requireOpen(HttpUrl url, int attempt) {
    if (isClosed.getAsBoolean()) {
      throw MAKER.download(
          null,
          "The download from "
              + url.host()
              + " was not "
              + (attempt == 1 ? "started" : "tried again")
              + ": the client is closed. Close it after its last download.",
          null);
    }
  }

  /** Returns the wait before the next attempt; null if the response is final. */
  private @Nullable Duration waitAfter(Response response, int attempt) {
    if (!RetryRules.isTransient(response.code())) {
      return null;
    }
    Duration retryAfter =
        RetryAfter.read(
            response.headers("Retry-After"), response.header("Date"), config.timeline().now());
    return retryAfter != null && retryAfter.compareTo(config.maxRetryAfter()) > 0
        ? null
        : backoff.after(attempt, response.code() == 429, retryAfter);
  }

  /** Returns the wait before the next attempt; null if the failure is permanent. */
  private @Nullable Duration waitAfter(IOException failure, int attempt) {
    return Thread.currentThread().isInterrupted() || RetryRules.isPermanent(failure)
        ? null
        : backoff.after(attempt, false, null);
  }

  /**
   * Reads from an open download.
   *
   * @param <T> what is read
   * @param url the URL, whose host messages name
   * @param read reads from the download
   * @return the result of {@code read}
   * @throws io.github.extendclient.error.DownloadException in place of an I/O failure
   */
  public <T> T reading(String url, Reading<T> read) {
    try {
      return read.read();
    } catch (IOException e) {
      throw broken(HttpUrl.get(url), e);
    }
  }

  private Response fetch(HttpUrl url, Deadline deadline) throws IOException {
    Origin origin = new Origin(url);
    HttpUrl next = url;
    for (int hops = 0; ; hops++) {
      Response response = get.send(next, deadline.left());
      if (!origin.contains(response.request().url())) {
        response.close();
        throw new RefusedResponseException("the call factory followed a redirect to another host");
      }
      String location = response.header("Location");
      HttpUrl target = location == null ? null : next.resolve(location);
      if (!response.isRedirect()
          || target == null
          || !origin.contains(target)
          || hops == MAX_REDIRECTS) {
        return response;
      }
      response.close();
      next = target;
    }
  }

  private static InputStream content(Response response, long maxBytes, TransferListener progress)
      throws IOException {
    long total = response.body().contentLength();
    BufferedSource content =
        SignedGet.content(
            response, maxBytes, SignedUrls::tooLarge, bytes -> progress.transferred(bytes, total));
    boolean isTold = false;
    try {
      progress.transferred(0, total);
      isTold = true;
    } finally {
      if (!isTold) {
        content.close();
      }
    }
    return content.inputStream();
  }

  private static ExtendException refused(HttpUrl url, Response response) {
    String what = "The download from " + url.host() + " returned " + response.code();
    String wayOut =
        switch (response.code()) {
          case 400, 401, 403, 404, 410 ->
              ": signed URLs live for minutes. Read the run or file again, and use its new URL.";
          default ->
              response.isRedirect()
                  ? ": a redirect to another host, which is not followed."
                  : ". Try again later.";
        };
    return MAKER.download(response.code(), what + wayOut, null);
  }

  private static ExtendException broken(HttpUrl url, IOException failure) {
    Throwable cause = SafeText.cause(failure);
    if (Thread.currentThread().isInterrupted()) {
      return MAKER.download(null, "The download from " + url.host() + " was interrupted.", cause);
    }
    String why =
        failure instanceof RefusedResponseException
            ? failure.getMessage()
            : SafeText.describe(failure);
    return MAKER.download(null, "The download from " + url.host() + " failed: " + why + ".", cause);
  }

  private void await(HttpUrl url, Duration wait) {
    try {
      config.timeline().await(new CountDownLatch(1), wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MAKER.download(
          null,
          "The download from "
              + url.host()
              + " was interrupted while it waited "
              + DurationText.of(wait)
              + " for its next attempt.",
          e);
    }
  }

  private static RefusedResponseException tooLarge(long maxBytes) {
    return new RefusedResponseException(
        "the file is larger than "
            + maxBytes
            + " bytes, the most that this download takes: raise its maxBytes");
  }

  /** Reads something from an open download. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads from the download.
     *
     * @return the result
     * @throws IOException if the connection breaks
     */
    T read() throws IOException;
  }
}
