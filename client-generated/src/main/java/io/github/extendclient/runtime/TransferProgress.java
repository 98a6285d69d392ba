package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.CountingSource;
import java.io.InputStream;
import okhttp3.ResponseBody;
import okio.Okio;

/**
 * Is told how far an upload or a download has come.
 *
 * @see Upload#withProgress
 */
@FunctionalInterface
public interface TransferProgress {
  /**
   * Some bytes were transferred. Called on the thread that transfers them, which waits meanwhile.
   *
   * @param bytes how many so far, from 0 up
   * @param total how many there will be, or -1 if that is not known
   */
  void transferred(long bytes, long total);

  /**
   * The bytes of a binary response as they come, in pieces of some kilobytes, each of which is
   * told.
   *
   * <pre>{@code
   * try (InputStream content = progress.reading(notes.retrieveContent(id))) {
   *   content.transferTo(out);
   * }
   * }</pre>
   *
   * @param body closed with the stream
   * @return to be closed
   */
  default InputStream reading(ResponseBody body) {
    return Okio.buffer(new CountingSource(body.source(), body.contentLength(), this)).inputStream();
  }
}
