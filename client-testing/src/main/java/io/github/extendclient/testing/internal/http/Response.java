package io.github.extendclient.testing.internal.http;

import io.github.extendclient.testing.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A response before it is written, and where the connection is closed meanwhile. Immutable: each
 * method returns a changed copy.
 */
public final class Response {
  /** Where the connection is cut while the response is written. */
  public enum Cut {
    /** Before the first byte. */
    BEFORE,
    /** In the middle of the body. */
    INSIDE,
    /** After the last byte, so that the client has its response but a dead connection. */
    AFTER
  }

  /** Opens the content of a large response. */
  public interface Source {
    /** A new stream from the beginning. */
    InputStream open() throws IOException;
  }

  private interface Body {
    long size();

    void writeTo(OutputStream output) throws IOException;
  }

  private final int status;
  private final Map<String, String> headers;
  private final Body body;
  private final @Nullable Cut cut;

  private Response(int status, Map<String, String> headers, Body body, @Nullable Cut cut) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.cut = cut;
  }

  /** No response: the connection is closed without a byte. */
  public static Response none() {
    return text(503, "text/plain", "").cutAt(Cut.BEFORE);
  }

  /** A response of JSON. */
  public static Response json(int status, @Nullable Object value) {
    return of(status, "application/json", new Bytes(Json.write(value).readByteArray()));
  }

  /** A response of text. */
  public static Response text(int status, String contentType, String text) {
    return of(status, contentType, new Bytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A response of {@code size} bytes that are read while it is written. */
  public static Response stream(String contentType, long size, Source source) {
    return of(200, contentType, new Streamed(size, source));
  }

  private static Response of(int status, String contentType, Body body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    return new Response(status, headers, body, null);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same response with one more header, or another value of it. */
  public Response header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, cut);
  }

  /** The same response with only the first half of its body: valid HTTP with truncated JSON. */
  public Response halved() {
    byte[] all = bytes();
    return with(new Bytes(Arrays.copyOf(all, all.length / 2)));
  }

  /** The same response with changed JSON; a response without JSON stays the same. */
  public Response withJson(UnaryOperator<@Nullable Object> change) {
    if (!"application/json".equals(headers.get("Content-Type"))) {
      return this;
    }
    try {
      Object json = Json.read(new Buffer().write(bytes()));
      return with(new Bytes(Json.write(change.apply(json)).readByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot read its own JSON", e);
    }
  }

  /** The same response with another last byte: the same length, but invalid JSON. */
  public Response malformed() {
    byte[] all = bytes();
    if (all.length > 0) {
      all[all.length - 1] = (byte) (all[all.length - 1] == '}' ? ']' : '}');
    }
    return with(new Bytes(all));
  }

  /** The same response with its body in pieces; each piece but the first waits for an action. */
  public Response inPieces(int pieces, IntConsumer beforePiece) {
    return with(new Pieces(bytes(), pieces, beforePiece));
  }

  /** The same response, during which the connection is closed. */
  public Response cutAt(Cut point) {
    return new Response(status, headers, body, point);
  }

  @Nullable Cut cut() {
    return cut;
  }

  private Response with(Body other) {
    return new Response(status, headers, other, cut);
  }

  /**
   * Writes the response.
   *
   * @param withBody false to leave out the body, as for {@code HEAD}
   * @param last true to tell the client that the connection ends
   */
  void writeTo(OutputStream output, boolean withBody, boolean last) throws IOException {
    boolean hasBody = status != 204 && status != 304;
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ').append(reason(status)).append("\r\n");
    if (hasBody) {
      head.append("Content-Length: ").append(body.size()).append("\r\n");
    }
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (last) {
      head.append("Connection: close\r\n");
    }
    output.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (hasBody && withBody) {
      if (cut == Cut.INSIDE) {
        output.write(bytes(), 0, (int) (body.size() / 2));
      } else {
        body.writeTo(output);
      }
    }
  }

  private byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      body.writeTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot read its own response", e);
    }
    return all.toByteArray();
  }

  /** The reason phrases of RFC 9110 and RFC 6585; other statuses have none. */
  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "";
    };
  }

  private record Bytes(byte[] all) implements Body {
    @Override
    public long size() {
      return all.length;
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
      output.write(all);
    }
  }

  private record Streamed(long size, Source source) implements Body {
    @Override
    public void writeTo(OutputStream output) throws IOException {
      try (InputStream input = source.open()) {
        input.transferTo(output);
      }
    }
  }

  private record Pieces(byte[] all, int count, IntConsumer beforePiece) implements Body {
    @Override
    public long size() {
      return all.length;
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
      int size = all.length / count + 1;
      for (int piece = 0; piece * size < all.length; piece++) {
        if (piece > 0) {
          output.flush();
          beforePiece.accept(piece);
        }
        output.write(all, piece * size, Math.min(size, all.length - piece * size));
      }
    }
  }
}
