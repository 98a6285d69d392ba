package io.github.extendclient.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Turns each request of a connection into a bare one, {@code GET /<ticket>}, and keeps the real one
 * as an {@link Exchange} under that ticket.
 *
 * <p>MockWebServer reads a whole body into memory, twice, before it asks its dispatcher anything,
 * and decides about faults before it knows the request. So it is shown requests without bodies; the
 * dispatcher fetches the real one and reads its body from the connection. What the dispatcher
 * leaves unread is dropped before the next request.
 */
final class TicketStream extends InputStream {
  private static final int MAX_HEADERS = 1000;

  private final LineInput input;
  private final Connection connection;
  private final ToLongFunction<Exchange> ticketOffice;
  private byte[] ticket = {};
  private int position;
  private @Nullable BodyStream body;

  TicketStream(LineInput input, Connection connection, ToLongFunction<Exchange> ticketOffice) {
    this.input = input;
    this.connection = connection;
    this.ticketOffice = ticketOffice;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (position == ticket.length && !nextTicket()) {
      return -1;
    }
    int read = Math.min(count, ticket.length - position);
    System.arraycopy(ticket, position, target, offset, read);
    position += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  private boolean nextTicket() throws IOException {
    Exchange exchange = nextExchange();
    if (exchange == null) {
      return false;
    }
    String head = "GET /" + ticketOffice.applyAsLong(exchange) + " HTTP/1.1\r\n\r\n";
    ticket = head.getBytes(StandardCharsets.US_ASCII);
    position = 0;
    return true;
  }

  /** MockWebServer would leave a connection open whose next request cannot be read. */
  private @Nullable Exchange nextExchange() throws IOException {
    try {
      if (body != null) {
        body.drain();
      }
      return readHead();
    } catch (ProtocolException e) {
      write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      connection.close();
      throw e;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private @Nullable Exchange readHead() throws IOException {
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
    Headers headers = readHeaders();
    body = new BodyStream(input, bodyLength(headers), () -> sendContinue(headers));
    return new Exchange(parts[0], parts[1], headers, body, connection);
  }

  private Headers readHeaders() throws IOException {
    Headers.Builder headers = new Headers.Builder();
    int count = 0;
    String line = input.requireLine();
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon < 1 || ++count > MAX_HEADERS) {
        throw new ProtocolException("not a header line: " + line);
      }
      add(headers, line.substring(0, colon), line.substring(colon + 1).trim());
      line = input.requireLine();
    }
    return headers.build();
  }

  private static void add(Headers.Builder headers, String name, String value)
      throws ProtocolException {
    try {
      headers.addUnsafeNonAscii(name, value);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("not a header: " + e.getMessage());
    }
  }

  private static long bodyLength(Headers headers) throws ProtocolException {
    String transferEncoding = headers.get("Transfer-Encoding");
    if (transferEncoding != null) {
      return -1;
    }
    String length = headers.get("Content-Length");
    if (length == null) {
      return 0;
    }
    try {
      return Long.parseUnsignedLong(length);
    } catch (NumberFormatException e) {
      throw new ProtocolException("not a Content-Length: " + length);
    }
  }

  private void sendContinue(Headers headers) {
    if (!"100-continue".equalsIgnoreCase(headers.get("Expect"))) {
      return;
    }
    try {
      write("HTTP/1.1 100 Continue\r\n\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String answer) throws IOException {
    connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
  }
}
