package io.github.extendclient.testing.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.ToLongFunction;
import javax.net.ServerSocketFactory;

/** Makes the listening socket, whose connections show tickets in place of requests. */
final class Listener extends ServerSocketFactory {
  private final ToLongFunction<Exchange> ticketOffice;

  Listener(ToLongFunction<Exchange> ticketOffice) {
    this.ticketOffice = ticketOffice;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Connection connection = new Connection(ticketOffice);
        implAccept(connection);
        connection.setTcpNoDelay(true);
        return connection;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw notAsked();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw notAsked();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw notAsked();
  }

  private static UnsupportedOperationException notAsked() {
    return new UnsupportedOperationException("MockWebServer binds its socket itself");
  }
}
