package io.github.extendclient.testing.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines and bytes of one connection, in turn. */
final class LineInput {
  /** The limit of a line, longer than any header of this API. */
  private static final int MAX_LINE = 64 * 1024;

  private final BufferedInputStream input;

  LineInput(InputStream input) {
    this.input = new BufferedInputStream(input, 64 * 1024);
  }

  int read(byte[] target, int offset, int count) throws IOException {
    return input.read(target, offset, count);
  }

  /** The next line without its end, {@code null} if the connection ended before it. */
  @Nullable String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (true) {
      int next = input.read();
      if (next == -1) {
        if (line.size() == 0) {
          return null;
        }
        throw new EOFException("the connection ended inside a line");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (line.size() == MAX_LINE) {
        throw new ProtocolException("a line is longer than " + MAX_LINE + " bytes");
      }
      line.write(next);
    }
  }

  String requireLine() throws IOException {
    String line = readLine();
    if (line == null) {
      throw new EOFException("the connection ended inside a request");
    }
    return line;
  }
}
