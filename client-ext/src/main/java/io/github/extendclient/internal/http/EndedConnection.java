package io.github.extendclient.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * A pooled connection that the server has ended. OkHttp looks at a connection only after 10 seconds
 * without use, and servers close after 5: without this check the next create is written to nobody,
 * and it is not known whether it was accepted. Thrown before the first byte of a request.
 */
public final class EndedConnection extends IOException {
  private static final long serialVersionUID = 1L;

  private EndedConnection() {
    super("the server has ended the connection");
  }

  /**
   * Looks for the end of the stream. Takes a millisecond over HTTP/1.1, and nothing over HTTP/2,
   * where a thread of OkHttp reads all the time and must be the only one that does.
   *
   * @param connection not in use by any request
   * @throws EndedConnection if there is an end, or a byte that nobody asked for
   */
  public static void check(Connection connection) throws EndedConnection {
    Protocol protocol = connection.protocol();
    if (protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE) {
      return;
    }
    Socket socket = connection.socket();
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(1);
      try {
        socket.getInputStream().read();
      } catch (SocketTimeoutException e) {
        socket.setSoTimeout(timeout);
        return;
      }
    } catch (IOException e) {
      // As good as an end.
    }
    throw new EndedConnection();
  }
}
