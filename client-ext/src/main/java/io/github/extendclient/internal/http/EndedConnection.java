package io.github.extendclient.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * Thrown before the first byte of a request if the server has ended a pooled connection. OkHttp
 * checks a connection only after 10 idle seconds, but servers close after 5. Without this check,
 * the next create would be written to a closed connection, and whether it was accepted would be
 * unknown.
 */
public final class EndedConnection extends IOException {
  private static final long serialVersionUID = 1L;

  private EndedConnection() {
    super("the server has ended the connection");
  }

  /**
   * Checks for the end of the stream. Takes a millisecond over HTTP/1.1. Does nothing over HTTP/2,
   * where only OkHttp's own thread may read.
   *
   * @param connection a connection without a request
   * @throws EndedConnection at the end of the stream, or if there is an unsolicited byte
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
      // Treat it as ended.
    }
    throw new EndedConnection();
  }
}
