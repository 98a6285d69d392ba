package io.github.extendclient.testing.internal.http;

import io.github.extendclient.testing.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** An answer, before it is written. */
public final class Reply {
  /** Where the connection is cut while the answer is written. */
  public enum Cut {
    /** Before the first byte. */
    BEFORE,
    /** In the middle of the body. */
    INSIDE,
    /** After the last byte, so that the client has its answer but a dead connection. */
    AFTER
  }

  /** Opens the content of a large answer. */
  public interface Source {
    /** A new stream from the beginning. */
    InputStream open() throws IOException;
  }

  private final int status;
  private final Map<String, String> headers;
  private final MockResponseBody body;

  private Reply(int status, Map<String, String> headers, MockResponseBody body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer of JSON. */
  public static Reply json(int status, @Nullable Object value) {
    return buffered(status, "application/json", Json.write(value));
  }

  /** An answer of text. */
  public static Reply text(int status, String contentType, String text) {
    return buffered(status, contentType, new Buffer().writeUtf8(text));
  }

  /** An answer of {@code size} bytes that are read while it is written. */
  public static Reply stream(String contentType, long size, Source source) {
    return of(200, contentType, new StreamedBody(size, source));
  }

  private static Reply buffered(int status, String contentType, Buffer bytes) {
    return of(status, contentType, new StreamedBody(bytes.size(), bytes.copy()::inputStream));
  }

  private static Reply of(int status, String contentType, MockResponseBody body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    return new Reply(status, headers, body);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same answer with one more header, or another value of it. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  /** The same answer with only the first half of its body: whole HTTP, broken JSON. */
  public Reply halved() {
    MockResponseBody whole = body;
    return new Reply(
        status,
        headers,
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return whole.getContentLength() / 2;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            Buffer all = new Buffer();
            whole.writeTo(all);
            sink.write(all, getContentLength());
          }
        });
  }

  /** The JSON of the body, changed; an answer without JSON stays as it is. */
  public Reply withJson(UnaryOperator<@Nullable Object> change) {
    if (!"application/json".equals(headers.get("Content-Type"))) {
      return this;
    }
    try {
      Buffer whole = new Buffer();
      body.writeTo(whole);
      Buffer changed = Json.write(change.apply(Json.read(whole)));
      return new Reply(
          status, headers, new StreamedBody(changed.size(), changed.copy()::inputStream));
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot read its own JSON", e);
    }
  }

  /** The same answer with another last byte: as long as before, but no JSON. */
  public Reply malformed() {
    MockResponseBody whole = body;
    return new Reply(
        status,
        headers,
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return whole.getContentLength();
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            Buffer all = new Buffer();
            whole.writeTo(all);
            sink.write(all, Math.max(all.size() - 1, 0));
            if (!all.exhausted()) {
              sink.writeByte(all.readByte() == '}' ? ']' : '}');
            }
          }
        });
  }

  /** The same answer, its body in pieces, with something to wait for before each but the first. */
  public Reply inPieces(int pieces, IntConsumer beforePiece) {
    MockResponseBody whole = body;
    return new Reply(
        status,
        headers,
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return whole.getContentLength();
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            Buffer all = new Buffer();
            whole.writeTo(all);
            long size = all.size() / pieces + 1;
            for (int piece = 0; !all.exhausted(); piece++) {
              if (piece > 0) {
                sink.flush();
                beforePiece.accept(piece);
              }
              sink.write(all, Math.min(size, all.size()));
            }
          }
        });
  }

  MockResponse toResponse(@Nullable Cut cut, boolean lastOfConnection) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    response.setHeader("Content-Length", body.getContentLength());
    headers.forEach(response::setHeader);
    response.body(body);
    if (lastOfConnection) {
      response.setHeader("Connection", "close");
      response.onResponseEnd(new SocketEffect.CloseSocket());
    }
    if (cut == Cut.BEFORE) {
      response.onResponseStart(new SocketEffect.CloseSocket());
    } else if (cut == Cut.INSIDE) {
      response.onResponseBody(new SocketEffect.CloseSocket());
    } else if (cut == Cut.AFTER) {
      response.onResponseEnd(new SocketEffect.CloseSocket());
    }
    return response.build();
  }

  private record StreamedBody(long size, Source source) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return size;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (okio.Source bytes = Okio.source(source.open())) {
        sink.writeAll(bytes);
      }
    }
  }
}
