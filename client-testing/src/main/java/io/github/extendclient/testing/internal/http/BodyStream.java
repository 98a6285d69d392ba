package io.github.extendclient.testing.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of one request; it ends with its Content-Length or its last chunk. */
final class BodyStream extends InputStream {
  private final LineInput input;
  private final long length;
  private final Runnable beforeFirstRead;
  private long remaining;
  private long bytesRead;
  private boolean started;
  private boolean ended;

  /**
   * @param length the announced length, or -1 if the body comes in chunks
   * @param beforeFirstRead run once, before the first byte is asked for
   */
  BodyStream(LineInput input, long length, Runnable beforeFirstRead) {
    this.input = input;
    this.length = length;
    this.beforeFirstRead = beforeFirstRead;
    this.remaining = Math.max(length, 0);
    this.ended = length == 0;
  }

  long length() {
    return length;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (ended || count == 0) {
      return ended ? -1 : 0;
    }
    if (!started) {
      started = true;
      beforeFirstRead.run();
    }
    if (remaining == 0 && !nextChunk()) {
      ended = true;
      return -1;
    }
    int read = input.read(target, offset, (int) Math.min(count, remaining));
    if (read == -1) {
      throw new EOFException("the connection ended inside a request body");
    }
    bytesRead += read;
    remaining -= read;
    if (remaining == 0) {
      if (length == -1) {
        input.readLine();
      } else {
        ended = true;
      }
    }
    return read;
  }

  /** Reads and drops the rest. */
  void drain() throws IOException {
    byte[] sink = new byte[8192];
    while (read(sink, 0, sink.length) != -1) {
      continue;
    }
  }

  private boolean nextChunk() throws IOException {
    remaining = chunkSize(input.requireLine());
    if (remaining < 0) {
      throw new ProtocolException("a chunk is larger than any body");
    }
    if (remaining > 0) {
      return true;
    }
    while (!input.requireLine().isEmpty()) {
      continue; // trailers mean nothing to this API
    }
    return false;
  }

  private static long chunkSize(String line) throws ProtocolException {
    int extension = line.indexOf(';');
    try {
      return Long.parseUnsignedLong(
          (extension < 0 ? line : line.substring(0, extension)).trim(), 16);
    } catch (NumberFormatException e) {
      throw new ProtocolException("not the size of a chunk: " + line);
    }
  }
}
