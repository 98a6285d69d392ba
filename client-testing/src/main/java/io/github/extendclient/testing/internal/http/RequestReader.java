package io.github.extendclient.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one connection in turn. Bodies are read on demand; the unread rest of a
 * body is dropped before the next request.
 */
final class RequestReader {
  private static final int MAX_HEADERS = 1000;

  private final LineInput input;
  private final OutputStream output;
  private @Nullable BodyStream body;

  /**
   * @param output gets {@code 100 Continue} when a client waits for it
   */
  RequestReader(InputStream input, OutputStream output) {
    this.input = new LineInput(input);
    this.output = output;
  }

  /**
   * The next request, {@code null} if the client has ended the connection.
   *
   * @throws ProtocolException if what comes is not HTTP
   */
  @Nullable Request next() throws IOException {
    if (body != null) {
      body.drain();
    }
    String requestLine = input.readLine();
    while (requestLine != null && requestLine.isEmpty()) {
      requestLine = input.readLine();
    }
    if (requestLine == null) {
      return null;
    }
    String[] parts = requestLine.split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("not a request line of HTTP/1.1: " + requestLine);
    }
    Headers headers = headers();
    BodyStream next = new BodyStream(input, bodyLength(headers), () -> sendContinue(headers));
    body = next;
    return new Request(parts[0], pathOf(parts[1]), parts[2], headers, next);
  }

  /** Clients of a proxy send the whole URL: the path of it counts. */
  private static String pathOf(String target) {
    if (!target.startsWith("http://")) {
      return target;
    }
    int slash = target.indexOf('/', "http://".length());
    return slash < 0 ? "/" : target.substring(slash);
  }

  private Headers headers() throws IOException {
    Headers headers = new Headers();
    for (String line = input.requireLine(); !line.isEmpty(); line = input.requireLine()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MAX_HEADERS) {
        throw new ProtocolException("not a header line: " + line);
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    return headers;
  }

  private static long bodyLength(Headers headers) throws ProtocolException {
    String encoding = headers.first("Transfer-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
      throw new ProtocolException("not a Transfer-Encoding that is served: " + encoding);
    }
    if (encoding != null) {
      return -1;
    }
    String length = headers.first("Content-Length");
    if (length == null) {
      return 0;
    }
    if (!length.matches("\\d{1,18}")) {
      throw new ProtocolException("not a Content-Length: " + length);
    }
    return Long.parseLong(length);
  }

  private void sendContinue(Headers headers) {
    if (!"100-continue".equalsIgnoreCase(headers.first("Expect"))) {
      return;
    }
    try {
      output.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      output.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
