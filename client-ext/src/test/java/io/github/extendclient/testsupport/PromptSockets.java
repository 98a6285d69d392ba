package io.github.extendclient.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import mockwebserver3.MockWebServer;

/**
 * Server sockets whose connections send at once. {@link MockWebServer} writes the head and the body
 * of a response one after the other: without this the body waits up to 40 ms for the client's
 * acknowledgement of the head.
 */
public final class PromptSockets extends ServerSocketFactory {
  private final Consumer<Socket> accepted;

  private PromptSockets(Consumer<Socket> accepted) {
    this.accepted = accepted;
  }

  /** Returns a server that is not started yet. */
  public static MockWebServer mockServer() {
    return mockServer(socket -> {});
  }

  /** Returns a server that is not started yet, and calls {@code accepted} for each connection. */
  public static MockWebServer mockServer(Consumer<Socket> accepted) {
    MockWebServer server = new MockWebServer();
    server.setServerSocketFactory(new PromptSockets(accepted));
    return server;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        socket.setTcpNoDelay(true);
        accepted.accept(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }
}
