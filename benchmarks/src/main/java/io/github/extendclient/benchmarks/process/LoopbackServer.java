package io.github.extendclient.benchmarks.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server that reads each request, waits, and sends the same document as the response. */
final class LoopbackServer implements AutoCloseable {
  private static final int PIECE = 256 * 1024;

  // More than there are clients at once: else the system makes some of them wait to connect.
  private static final int BACKLOG = 2000;

  static {
    // Else a response to a request with a body waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong requests = new AtomicLong();
  private final long delayMillis;
  private volatile byte[] response;

  private LoopbackServer(byte[] response, long delayMillis, @Nullable SSLContext tls) {
    this.response = response;
    this.delayMillis = delayMillis;
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      if (tls == null) {
        server = HttpServer.create(address, BACKLOG);
      } else {
        HttpsServer secure = HttpsServer.create(address, BACKLOG);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = secure;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No socket could be opened on the loopback interface.", e);
    }
    server.createContext("/", this::respond);
    server.setExecutor(threads);
    server.start();
  }

  /** Over http, at once. */
  static LoopbackServer of(byte[] response) {
    return new LoopbackServer(response, 0, null);
  }

  /** Over http, after so many milliseconds. */
  static LoopbackServer delayed(byte[] response, long delayMillis) {
    return new LoopbackServer(response, delayMillis, null);
  }

  /** Over https, at once. */
  static LoopbackServer secure(byte[] response, Certificate certificate) {
    return new LoopbackServer(response, 0, certificate.context());
  }

  /** Ends with a slash. */
  String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Changes what all further responses are. */
  void respondWith(byte[] other) {
    response = other;
  }

  /** How many requests have been read. */
  long requests() {
    return requests.get();
  }

  private void respond(HttpExchange exchange) throws IOException {
    byte[] piece = new byte[PIECE];
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      while (body.read(piece) != -1) {}
      requests.incrementAndGet();
      if (delayMillis > 0) {
        Thread.sleep(delayMillis);
      }
      byte[] bytes = response;
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
