package io.github.extendclient;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.DownloadException;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.download.SignedUrls;
import io.github.extendclient.runtime.TransferListener;
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
 * Downloads a file from a signed URL, such as a run's {@code outputUrl} or a file's {@code
 * presignedUrl}:
 *
 * <pre>{@code
 * extend.download(run.getOutputUrl()).to(Path.of("output.json"));
 * }</pre>
 *
 * <p>The request has neither the API key nor any other header of this client. The URL grants access
 * for some minutes, so do not store it: read the run or file again. Only https is permitted, and
 * http for a loopback host; redirects are followed only within the same origin. Temporary failures
 * are retried until the first byte is received.
 *
 * <p>Immutable: {@link #maxBytes}, {@link #timeout} and {@link #onProgress} return new downloads.
 */
public final class Download {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
  private static final int CHUNK_BYTES = 64 * 1024;

  private final SignedUrls urls;
  private final String url;
  private final long maxBytes;
  private final Duration timeout;
  private final TransferListener progress;

  private Download(
      SignedUrls urls, String url, long maxBytes, Duration timeout, TransferListener progress) {
    this.urls = urls;
    this.url = url;
    this.maxBytes = maxBytes;
    this.timeout = timeout;
    this.progress = progress;
  }

  static Download of(SignedUrls urls, String url, long maxBytes) {
    urls.check(url);
    return new Download(urls, url, maxBytes, DEFAULT_TIMEOUT, (bytes, total) -> {});
  }

  /**
   * Returns the same download with another maximum size.
   *
   * @param maxBytes by default the client's {@code maxResponseBytes}
   * @return a new download
   * @throws IllegalArgumentException if the number is not positive
   */
  public Download maxBytes(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + maxBytes + ": give at least 1.");
    }
    return new Download(urls, url, maxBytes, timeout, progress);
  }

  /**
   * Returns the same download with another timeout, up to the last byte.
   *
   * @param timeout from 1 millisecond to 1 day, by default 10 minutes
   * @return a new download
   * @throws IllegalArgumentException if the timeout is out of range
   */
  public Download timeout(Duration timeout) {
    return new Download(
        urls, url, maxBytes, Timeouts.checked("timeout of a download", timeout), progress);
  }

  /**
   * Returns the same download with a progress listener, which is called with 0 bytes when the
   * response starts, and then every few kilobytes, on the reading thread. The total is -1 if the
   * server does not send it or compresses the file. The count never restarts, because a started
   * download is not retried.
   *
   * @param listener must be quick; replaces an earlier one. An exception from it ends the download,
   *     and the reading method rethrows it
   * @return a new download
   */
  public Download onProgress(TransferListener listener) {
    return new Download(urls, url, maxBytes, timeout, Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Downloads to a file, which appears only when it is complete.
   *
   * @param target the file, replaced if it exists; its folder must exist
   * @return the size in bytes
   * @throws DownloadException if the file cannot be downloaded or written
   */
  public long to(Path target) {
    Path whole = target.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw MAKER.download(
          null,
          "The download could not be written to " + target + ": it is a folder. Name a file in it.",
          null);
    }
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
   * Downloads into memory.
   *
   * @return the whole file
   * @throws DownloadException if the file cannot be downloaded
   */
  public byte[] bytes() {
    try (InputStream content = open()) {
      return urls.reading(url, content::readAllBytes);
    } catch (IOException e) {
      throw MAKER.download(null, "The download could not be closed: " + e, e);
    }
  }

  /**
   * Starts the download.
   *
   * @return a stream, which the caller closes; reading throws an {@link IOException} if the
   *     connection breaks, or the maximum size or the timeout is exceeded
   * @throws DownloadException if the file cannot be downloaded
   */
  public InputStream open() {
    return urls.open(url, maxBytes, timeout, progress);
  }

  /** Returns the settings, without the URL, which grants access to the file. */
  @Override
  public String toString() {
    return "Download{maxBytes=" + maxBytes + ", timeout=" + timeout + "}";
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
      // Keep the original failure.
    }
  }
}
