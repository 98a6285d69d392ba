package io.github.extendclient.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * A source that fails if it has more bytes than allowed. It also distinguishes a broken connection
 * from a document that ends too early.
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
   * @param maxBytes the maximum size
   * @param tooLarge makes the failure from the maximum
   * @param progress called after each read with the bytes received so far
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
      // The decoder would mistake it for the end of the document.
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
