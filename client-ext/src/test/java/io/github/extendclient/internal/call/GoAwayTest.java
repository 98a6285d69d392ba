package io.github.extendclient.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.TransportException;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An HTTP/2 server that ends its first connection by {@code GOAWAY} after it got a create, and
 * responds on the others. The frame names the last stream that was processed (RFC 9113, 6.8).
 */
@Timeout(60)
class GoAwayTest {
  private static final int PREFACE = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;

  /** The entry {@code :status 200} of the static table of HPACK. */
  private static final byte[] OK = {(byte) 0x88};

  private static final byte[] RESPONSE = "{\"name\":\"a\",\"size\":1}".getBytes(UTF_8);
  private static final Thing BODY = new Thing("a", 1);

  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean isProcessed;
  private ServerSocket server;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    client =
        TestClient.to("http://localhost:" + server.getLocalPort() + "/")
            .httpClient(
                new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void aCreateAboveTheLastStreamIsSentAgain() {
    assertThat(client.things().create(BODY).name()).isEqualTo("a");

    assertThat(requests).hasValue(2);
    assertThat(client.events()).hasSize(2);
  }

  @Test
  void aCreateUpToTheLastStreamMayHaveBeenAccepted() {
    isProcessed = true;

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().create(BODY));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(requests).hasValue(1);
  }

  private void serve() {
    for (boolean isFirst = true; !server.isClosed(); isFirst = false) {
      try (Socket socket = server.accept()) {
        serve(
            new DataInputStream(socket.getInputStream()),
            new DataOutputStream(socket.getOutputStream()),
            isFirst);
      } catch (IOException e) {
        // The client has closed the connection, or the test is over.
      }
    }
  }

  private void serve(DataInputStream in, DataOutputStream out, boolean isFirst) throws IOException {
    in.skipNBytes(PREFACE);
    write(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.skipNBytes(length);
      if (type == SETTINGS && flags != ACK) {
        write(out, SETTINGS, ACK, 0, new byte[0]);
      } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
        requests.incrementAndGet();
        if (isFirst) {
          write(
              out,
              GOAWAY,
              0,
              0,
              new byte[] {0, 0, 0, (byte) (isProcessed ? stream : 0), 0, 0, 0, 0});
          return;
        }
        write(out, HEADERS, END_HEADERS, stream, OK);
        write(out, DATA, END_STREAM, stream, RESPONSE);
      }
    }
  }

  private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }
}
