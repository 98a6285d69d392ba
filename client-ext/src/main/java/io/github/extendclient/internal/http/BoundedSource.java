package io.github.extendclient.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * Bytes that end with a failure once there are more of them than allowed. A response that is cut
 * off by the network can be told from a document that ends too early.
 */
public final class BoundedSource extends ForwardingSource {
  private final long maxBytes;
  private final LongFunction<RefusedResponseException> tooLarge;
  private final LongConsumer progress;
  private long seen;

  /**
   * Bounds a source.
   *
   * @param delegate the bytes
   * @param maxBytes the most that may come
   * @param tooLarge words the failure, given the most that may come
   * @param progress is told after each read how many have come
   */
  public BoundedSource(
      Source delegate,
      long maxBytes,
      LongFunction<RefusedResponseException> tooLarge,
      LongConsumer progress) {
    super(delegate);
    this.maxBytes = maxBytes;
    this.tooLarge = tooLarge;
    this.progress = progress;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read;
    try {
      read = super.read(sink, byteCount);
    } catch (EOFException e) {
      // Whoever decodes the response would take it for the end of a document.
      throw new IOException("the response is cut off", e);
    }
    if (read > 0) {
      seen += read;
      if (seen > maxBytes) {
        throw tooLarge.apply(maxBytes);
      }
      progress.accept(seen);
    }
    return read;
  }
}
