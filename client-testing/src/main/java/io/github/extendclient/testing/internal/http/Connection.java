package io.github.extendclient.testing.internal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Serves the requests of one connection until either side closes it. */
final class Connection implements Runnable, AutoCloseable {
  private static final int OUTPUT_BYTES = 16 << 10;

  private final Socket socket;
  private final HttpServer.Handler handler;

  Connection(Socket socket, HttpServer.Handler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream output = new BufferedOutputStream(socket.getOutputStream(), OUTPUT_BYTES);
      RequestReader requests = new RequestReader(socket.getInputStream(), output);
      try {
        Request request = requests.next();
        while (request != null && serve(request, output)) {
          request = requests.next();
        }
      } catch (ProtocolException e) {
        output.write(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        output.flush();
      }
    } catch (IOException | UncheckedIOException e) {
      // The client is gone, or the server is closed; there is no one to tell.
    }
  }

  /** Responds to one request; false if the connection is to end. */
  private boolean serve(Request request, OutputStream output) throws IOException {
    Response response;
    try {
      response = handler.handle(request);
    } catch (ProtocolException e) {
      // Inside a body: nothing that is sent now would be read as a response to it.
      return false;
    }
    if (response.cut() == Response.Cut.BEFORE) {
      return false;
    }
    boolean last = request.closesConnection();
    boolean withBody = !request.method().equals("HEAD");
    response.writeTo(output, withBody, last);
    output.flush();
    return response.cut() == null && !last;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
