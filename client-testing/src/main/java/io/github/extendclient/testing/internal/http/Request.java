package io.github.extendclient.testing.internal.http;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request whose head has been read. The body is a stream from the connection, so that an upload
 * of any size takes constant memory.
 */
public final class Request {
  private final String method;
  private final String target;
  private final String protocol;
  private final Headers headers;
  private final BodyStream body;

  Request(String method, String target, String protocol, Headers headers, BodyStream body) {
    this.method = method;
    this.target = target;
    this.protocol = protocol;
    this.headers = headers;
    this.body = body;
  }

  /** The method as sent, for example {@code POST}. */
  public String method() {
    return method;
  }

  /** Path and query as sent, percent-encoded. */
  public String target() {
    return target;
  }

  /** The headers as sent. */
  public Headers headers() {
    return headers;
  }

  /** The first value of a header, or {@code null}. */
  public @Nullable String header(String name) {
    return headers.first(name);
  }

  /** The body, to be read once. Never {@code null}; empty if the request has none. */
  public InputStream body() {
    return body;
  }

  /** The bytes of body read so far, without the framing of chunks. */
  public long bodyBytesRead() {
    return body.bytesRead();
  }

  /** The Content-Length of the body, -1 if it is chunked, 0 if there is none. */
  public long bodyLength() {
    return body.length();
  }

  /** True if the client wants the connection closed after the response. */
  public boolean closesConnection() {
    String connection = headers.first("Connection");
    return protocol.equals("HTTP/1.0")
        ? !"keep-alive".equalsIgnoreCase(connection)
        : "close".equalsIgnoreCase(connection);
  }
}
