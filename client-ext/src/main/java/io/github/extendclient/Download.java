package io.github.extendclient;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.DownloadException;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.download.SignedUrls;
import io.github.extendclient.runtime.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file from a signed URL, such as a run's {@code outputUrl} or a file's {@code
 * presignedUrl}:
 *
 * <pre>{@code
 * extend.download(run.getOutputUrl()).to(Path.of("output.json"));
 * }</pre>
 *
 * <p>The request carries neither the API key nor any other header of this client: the URL itself
 * gives access, for minutes, so read the run or file again instead of keeping it. Only https is
 * taken, http for a loopback host, and redirects are followed only within the same origin. Failures
 * that may pass are tried again until the first byte has come.
 *
 * <p>Immutable: {@link #maxBytes}, {@link #within} and {@link #withProgress} give other downloads.
 */
public final class Download {
  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);
  private static final int CHUNK_BYTES = 64 * 1024;

  private final SignedUrls urls;
  private final String url;
  private final long maxBytes;
  private final Duration limit;
  private final TransferProgress progress;

  private Download(
      SignedUrls urls, String url, long maxBytes, Duration limit, TransferProgress progress) {
    this.urls = urls;
    this.url = url;
    this.maxBytes = maxBytes;
    this.limit = limit;
    this.progress = progress;
  }

  static Download of(SignedUrls urls, String url, long maxBytes) {
    urls.check(url);
    return new Download(urls, url, maxBytes, DEFAULT_LIMIT, (bytes, total) -> {});
  }

  /**
   * The same download with another bound on the size.
   *
   * @param maxBytes the client's {@code maxResponseBytes} if not set
   * @return another download
   * @throws IllegalArgumentException if it is not positive
   */
  public Download maxBytes(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + maxBytes + ": give at least 1.");
    }
    return new Download(urls, url, maxBytes, limit, progress);
  }

  /**
   * The same download with another bound on the time, up to the last byte.
   *
   * @param limit 10 minutes if not set
   * @return another download
   * @throws IllegalArgumentException if it is shorter than a millisecond or longer than a day
   */
  public Download within(Duration limit) {
    return new Download(
        urls, url, maxBytes, Timeouts.checked("time of a download", limit), progress);
  }

  /**
   * The same download, whose progress is told to a callback: 0 bytes when the response begins, and
   * then after each piece of some kilobytes, on the thread that reads. The total is -1 if the
   * server does not say it, or sends the file compressed. A download is not tried again once it has
   * begun, so the count never starts again.
   *
   * @param callback must be quick; takes the place of one that was set before. What it throws ends
   *     the download and is thrown by the method that reads
   * @return another download
   */
  public Download withProgress(TransferProgress callback) {
    return new Download(urls, url, maxBytes, limit, Objects.requireNonNull(callback, "callback"));
  }

  /**
   * Fetches into a file, which appears only when it is complete.
   *
   * @param target replaced if it exists; its folder must exist
   * @return the size in bytes
   * @throws DownloadException if the file cannot be fetched or written
   */
  public long to(Path target) {
    Path whole = target.toAbsolutePath();
    Path part = null;
    try (InputStream content = open()) {
      part = whole.resolveSibling("." + UUID.randomUUID() + ".part");
      long size = copy(content, part);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      part = null;
      return size;
    } catch (IOException e) {
      throw MAKER.download(null, "The download could not be written to " + target + ": " + e, e);
    } finally {
      remove(part);
    }
  }

  /**
   * Fetches into memory.
   *
   * @return the whole file
   * @throws DownloadException if the file cannot be fetched
   */
  public byte[] bytes() {
    try (InputStream content = open()) {
      return urls.reading(url, content::readAllBytes);
    } catch (IOException e) {
      throw MAKER.download(null, "The download could not be closed: " + e, e);
    }
  }

  /**
   * Starts to fetch.
   *
   * @return the bytes as they come, to be closed; reading throws an {@link IOException} if the
   *     connection breaks or a bound is exceeded
   * @throws DownloadException if the file cannot be fetched
   */
  public InputStream open() {
    return urls.open(url, maxBytes, limit, progress);
  }

  /** Without the URL, which gives access to the file. */
  @Override
  public String toString() {
    return "Download{maxBytes=" + maxBytes + ", limit=" + limit + "}";
  }

  private long copy(InputStream content, Path part) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long size = 0;
    try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
      int read;
      while ((read = urls.reading(url, () -> content.read(chunk))) >= 0) {
        file.write(chunk, 0, read);
        size += read;
      }
    }
    return size;
  }

  private static void remove(@Nullable Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // The failure that led here is the news.
    }
  }
}
