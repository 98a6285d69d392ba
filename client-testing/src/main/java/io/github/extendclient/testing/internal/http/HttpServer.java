package io.github.extendclient.testing.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** A MockWebServer on the loopback address that gives each request to a handler as a stream. */
public final class HttpServer implements AutoCloseable {
  /** Answers requests, several at once. */
  public interface Handler {
    /**
     * Answers one request.
     *
     * @throws IOException if the connection failed; it is closed then
     */
    Answer handle(Exchange exchange) throws IOException;
  }

  /**
   * What happens to a request.
   *
   * @param reply {@code null} to close the connection without a byte
   * @param cut {@code null} to write all of it
   */
  public record Answer(@Nullable Reply reply, Reply.@Nullable Cut cut) {}

  private final MockWebServer server = new MockWebServer();
  private final Map<Long, Exchange> exchanges = new ConcurrentHashMap<>();
  private final AtomicLong lastTicket = new AtomicLong();

  private HttpServer(Handler handler) {
    server.setServerSocketFactory(new Listener(this::keep));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest ticket) throws InterruptedException {
            forgetTicket();
            Exchange exchange = exchanges.remove(Long.valueOf(ticket.getTarget().substring(1)));
            if (exchange == null) {
              throw new IllegalStateException("no exchange for " + ticket);
            }
            return response(exchange, handler);
          }
        });
  }

  /**
   * Starts a server.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  public static HttpServer start(int port, Handler handler) throws IOException {
    HttpServer server = new HttpServer(handler);
    server.server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Ends the server, its connections and its threads. */
  @Override
  public void close() {
    server.close();
  }

  private long keep(Exchange exchange) {
    long ticket = lastTicket.incrementAndGet();
    exchanges.put(ticket, exchange);
    return ticket;
  }

  /** MockWebServer keeps every request for takeRequest(): without this, memory grows for ever. */
  private void forgetTicket() throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS);
  }

  private static MockResponse response(Exchange exchange, Handler handler) {
    try {
      Answer answer = handler.handle(exchange);
      if (answer.reply() != null) {
        return answer.reply().toResponse(answer.cut(), exchange.closesConnection());
      }
    } catch (IOException | UncheckedIOException e) {
      // The client is gone; there is no one to tell.
    }
    exchange.closeConnection();
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }
}
