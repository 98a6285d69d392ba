package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.CountingSource;
import java.io.InputStream;
import okhttp3.ResponseBody;
import okio.Okio;

/**
 * Receives the progress of an upload or a download.
 *
 * @see Upload#onProgress
 */
@FunctionalInterface
public interface TransferListener {
  /**
   * Called after some bytes were transferred, on the transferring thread, which waits meanwhile.
   *
   * @param bytes the bytes so far, from 0
   * @param total the total, or -1 if unknown
   */
  void transferred(long bytes, long total);

  /**
   * Returns the bytes of a binary response as a stream, which reports progress every few kilobytes.
   *
   * <pre>{@code
   * try (InputStream content = progress.reading(notes.retrieveContent(id))) {
   *   content.transferTo(out);
   * }
   * }</pre>
   *
   * @param body the body, closed with the stream
   * @return the stream, which the caller closes
   */
  default InputStream reading(ResponseBody body) {
    return Okio.buffer(new CountingSource(body.source(), body.contentLength(), this)).inputStream();
  }
}
