package io.github.extendclient.runtime.internal;

import io.github.extendclient.runtime.TransferListener;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Reports the bytes read to a callback, on the reading thread. */
public final class CountingSource extends ForwardingSource {
  private final long total;
  private final TransferListener progress;
  private long bytes;

  /**
   * Counts from 0.
   *
   * @param delegate the bytes
   * @param total the total, or -1 if unknown
   * @param progress called after each piece
   */
  public CountingSource(Source delegate, long total, TransferListener progress) {
    super(delegate);
    this.total = total;
    this.progress = progress;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read = super.read(sink, byteCount);
    if (read > 0) {
      bytes += read;
      progress.transferred(bytes, total);
    }
    return read;
  }
}
