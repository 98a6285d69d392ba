package io.github.extendclient.benchmarks.jmh;

import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** How the bytes of a body arrive. */
public enum Body {
  /** All at once. */
  BUFFERED {
    @Override
    BufferedSource open(Buffer whole) {
      return whole.clone();
    }
  },
  /** Piece by piece, as from a socket. */
  STREAMED {
    @Override
    BufferedSource open(Buffer whole) {
      return Okio.buffer(new Pieces(whole.clone()));
    }
  };

  abstract BufferedSource open(Buffer whole);

  /** Delivers at most one segment of Okio at a time. */
  private record Pieces(Buffer rest) implements Source {
    private static final long PIECE = 8192;

    @Override
    public long read(Buffer sink, long byteCount) {
      return rest.read(sink, Math.min(byteCount, PIECE));
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
