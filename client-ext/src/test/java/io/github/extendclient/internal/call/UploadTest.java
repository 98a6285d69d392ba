package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.ServerTest;
import io.github.extendclient.testsupport.TestClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest extends ServerTest {
  private static final long LARGE = 64L << 20;

  @TempDir private Path folder;

  @Test
  void aLargeFileIsStreamedInConstantMemory() throws IOException {
    Path file = folder.resolve("large.pdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
    try (ServerSocket counting = new ServerSocket(0)) {
      CompletableFuture<Long> received = CompletableFuture.supplyAsync(() -> countOne(counting));
      client = TestClient.to("http://localhost:" + counting.getLocalPort() + "/");
      client.things();
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

      client.things().upload(Upload.of(file).toPart("file"), null);

      long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertThat(received.join()).isGreaterThan(LARGE).isLessThan(LARGE + 1_000);
      assertThat(allocated).isLessThan(LARGE / 4);
    }
  }

  @Test
  void aTextPartIsSentAsItIs() {
    enqueue(TestClient.ok());
    RequestBody password = Upload.textPart("pass \"word\"");

    client.things().upload(Upload.of("a.txt", new byte[] {'x'}).toPart("file"), password);

    assertThat(takeRequest().getBody().utf8()).contains("\r\n\r\npass \"word\"\r\n");
  }

  @Test
  void aFileThatVanishesIsNamedAndNotTriedAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("gone.txt"), "x");
    Upload upload = Upload.of(file);
    Files.delete(file);

    assertThatThrownBy(() -> client.things().upload(upload.toPart("file"), null))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.mayHaveBeenAccepted()).isFalse();
              assertThat(e.call().attempts()).isEqualTo(1);
            })
        .hasMessageStartingWith("POST /things/upload could not read the file to upload: ")
        .hasMessageContaining("gone.txt");
  }

  /** Counts the body of one request without keeping it. */
  private static long countOne(ServerSocket server) {
    try (Socket socket = server.accept()) {
      InputStream in = socket.getInputStream();
      long length = -1;
      String line;
      while (!(line = readLine(in)).isEmpty()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      byte[] buffer = new byte[1 << 16];
      long received = 0;
      while (received < length) {
        received += in.read(buffer);
      }
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return received;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
