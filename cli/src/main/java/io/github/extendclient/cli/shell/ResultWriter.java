package io.github.extendclient.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes results to standard output. A {@link PrintWriter} does not throw, so this one keeps the
 * first failure: results that are lost on a full disk must not end with exit code 0.
 */
public final class ResultWriter extends PrintWriter {
  private final FailureStream stream;

  /** Writes UTF-8 to a stream. */
  public ResultWriter(OutputStream out) {
    this(new FailureStream(out));
  }

  private ResultWriter(FailureStream stream) {
    super(stream, false, StandardCharsets.UTF_8);
    this.stream = stream;
  }

  /** {@return whether the reader has closed the pipe, as {@code head} does} */
  public boolean isClosedByReader() {
    IOException failure = failure();
    return failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
  }

  /**
   * Flushes, so that what was written so far is not lost.
   *
   * @throws CommandFailure if standard output cannot be written
   */
  public void requireWritten() {
    IOException failure = failure();
    if (failure != null) {
      throw FileFailure.unwritable("Standard output", failure);
    }
  }

  private @Nullable IOException failure() {
    flush();
    return stream.failure;
  }

  private static final class FailureStream extends OutputStream {
    private final OutputStream out;
    private volatile @Nullable IOException failure;

    FailureStream(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      try {
        out.write(bytes, start, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
