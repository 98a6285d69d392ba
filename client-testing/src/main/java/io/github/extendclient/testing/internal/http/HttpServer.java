package io.github.extendclient.testing.internal.http;

import io.github.extendclient.testing.internal.thread.ServerThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * An HTTP/1.1 server on the loopback address, with a thread for each connection. It calls a handler
 * when the head of a request has been read, and gives the body as a stream. So a handler can close
 * the connection at any point, and an upload of any size takes constant memory; no server library
 * at hand offers both.
 */
public final class HttpServer implements AutoCloseable {
  /** Handles requests, several at once. */
  public interface Handler {
    /**
     * Handles one request, on the thread of its connection.
     *
     * @throws IOException if the connection failed; it is closed then
     */
    Response handle(Request request) throws IOException;
  }

  /** The maximum of connections that wait to be accepted; a load test opens many at once. */
  private static final int BACKLOG = 512;

  private final ServerSocket socket;
  private final Handler handler;
  private final ExecutorService executor;

  private final ServerThreads threads = new ServerThreads(() -> "extend-server-" + port());
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private HttpServer(ServerSocket socket, Handler handler) {
    this.socket = socket;
    this.handler = handler;
    this.executor = Executors.newCachedThreadPool(threads);
  }

  /**
   * Starts a server.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  public static HttpServer start(int port, Handler handler) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = new HttpServer(new ServerSocket(port, BACKLOG, loopback), handler);
    server.executor.execute(server::accept);
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Stops the server, its connections and its threads. */
  @Override
  public void close() {
    executor.shutdownNow();
    closeQuietly(socket);
    connections.forEach(HttpServer::closeQuietly);
    threads.join();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        serve(socket.accept());
      } catch (IOException e) {
        // Closed, or a connection that was gone before it was accepted.
      }
    }
  }

  private void serve(Socket accepted) {
    Connection connection = new Connection(accepted, handler);
    connections.add(connection);
    try {
      executor.execute(
          () -> {
            try {
              connection.run();
            } finally {
              connections.remove(connection);
            }
          });
    } catch (RejectedExecutionException e) {
      closeQuietly(connection);
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new AssertionError("closing a socket does not fail", e);
    }
  }
}
