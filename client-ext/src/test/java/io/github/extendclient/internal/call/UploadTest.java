package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.v20260209.api.FilesApi;
import java.io.ByteArrayInputStream;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest extends MockServerFixture {
  private static final long LARGE = 64L << 20;

  @TempDir private Path folder;

  @Test
  void aLargeFileIsStreamedInConstantMemory() throws IOException {
    Path file = folder.resolve("large.pdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
    try (ServerSocket counting = new ServerSocket(0)) {
      CompletableFuture<Long> received =
          CompletableFuture.supplyAsync(() -> countOne(counting, new AtomicLong()));
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
  void progressIsReportedOnTheWritingThread() throws IOException {
    Path file = folder.resolve("large.pdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
    AtomicLong told = new AtomicLong();
    AtomicLong calls = new AtomicLong();
    Set<Thread> threads = new HashSet<>();
    try (ServerSocket counting = new ServerSocket(0)) {
      AtomicLong received = new AtomicLong();
      CompletableFuture<Long> all =
          CompletableFuture.supplyAsync(() -> countOne(counting, received));
      client = TestClient.to("http://localhost:" + counting.getLocalPort() + "/");
      Upload upload =
          Upload.of(file)
              .onProgress(
                  (bytes, total) -> {
                    assertThat(bytes).isGreaterThanOrEqualTo(told.getAndSet(bytes));
                    assertThat(total).isEqualTo(LARGE);
                    // It is told right after it is written: the server can have the headers and
                    // the boundary besides.
                    assertThat(received.get()).isLessThanOrEqualTo(bytes + 1_000);
                    calls.incrementAndGet();
                    threads.add(Thread.currentThread());
                  });

      client.things().upload(upload.toPart("file"), null);

      assertThat(all.join()).isGreaterThan(LARGE);
      assertThat(told).hasValue(LARGE);
      assertThat(calls.get()).isGreaterThanOrEqualTo(LARGE / (64 << 10));
      assertThat(threads).containsExactly(Thread.currentThread());
    }
  }

  @Test
  void progressStartsAgainAtZeroWhenTheRequestIsSentAgain() {
    enqueue(error(429, ""), TestClient.ok());
    List<String> told = new ArrayList<>();
    Upload upload =
        Upload.of("a.txt", new byte[5]).onProgress((bytes, total) -> told.add(bytes + "/" + total));

    client.things().upload(upload.toPart("file"), null);

    assertThat(told).containsExactly("0/5", "5/5", "0/5", "5/5");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProgressCallbackThatThrowsEndsTheCallInEveryForm(boolean isAsync) {
    Upload upload =
        Upload.of("a.txt", new byte[300_000])
            .onProgress(
                (bytes, total) -> {
                  if (bytes > 100_000) {
                    throw new IllegalStateException("enough");
                  }
                });

    assertThatThrownBy(
            () -> {
              if (isAsync) {
                client.things().uploadAsync(upload.toPart("file"), null).join();
              } else {
                client.things().upload(upload.toPart("file"), null);
              }
            })
        .satisfies(
            thrown -> {
              Throwable failure = isAsync ? thrown.getCause() : thrown;
              assertThat(failure)
                  .isInstanceOfSatisfying(
                      TransportException.class,
                      e -> {
                        assertThat(e.mayHaveBeenAccepted()).isFalse();
                        assertThat(e.call().attempts()).isEqualTo(1);
                      })
                  .hasMessageMatching(
                      "POST /things/upload broke off \\(1 attempt in \\S+ \\S+\\)\\. The progress"
                          + " callback of the upload a.txt threw"
                          + " java.lang.IllegalStateException: enough\\.")
                  .hasRootCauseMessage("enough");
            });

    // How much of it the server has seen depends on the network, but it is never all, nor twice.
    enqueue(TestClient.ok());
    client.things().get("th_1");
    RecordedRequest request = takeRequest();
    if (request.getMethod().equals("POST")) {
      assertThat(request.getFailure()).isNotNull();
      request = takeRequest();
    }
    assertThat(request.getMethod()).isEqualTo("GET");
  }

  @Test
  void aStreamThatCannotBeReadFailsTheCallAtOnce() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };

    assertThatThrownBy(
            () -> client.things().upload(Upload.of("a.txt", broken).toPart("file"), null))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.mayHaveBeenAccepted()).isFalse();
              assertThat(e.call().attempts()).isEqualTo(1);
            })
        .hasMessageEndingWith(
            "The content of a.txt could not be read: java.io.IOException: disk on fire.");
  }

  /** As the generated interfaces send them; the parts are those that the API documents. */
  @Test
  void theFileNameThePasswordAndTheConversionAreSent() {
    enqueue(
        new MockResponse.Builder()
            .body(
                "{\"object\":\"file\",\"id\":\"file_1\",\"name\":\"ä b.pdf\",\"metadata\":{},"
                    + "\"createdAt\":\"2026-01-01T00:00:00Z\","
                    + "\"updatedAt\":\"2026-01-01T00:00:00Z\"}")
            .build());
    try (ExtendClient extend =
        ExtendClient.builder().apiKey("sk_1").baseUrl(server.url("/").toString()).build()) {
      extend
          .files()
          .upload(
              Upload.of("ä b.pdf", new ByteArrayInputStream(new byte[] {'x'})),
              FilesApi.UploadParams.builder().password("pass \"word\"").convertToPdf(true).build());
    }

    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo("/files/upload?convertToPdf=true");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data;");
    assertThat(request.getBody().utf8())
        .contains("form-data; name=\"file\"; filename=\"ä b.pdf\"\r\n\r\nx\r\n")
        .containsPattern("name=\"password\"\r\n(\\S+: .+\r\n)*\r\npass \"word\"\r\n")
        .doesNotContain("application/json");
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

  @ParameterizedTest
  @CsvSource({"5000, and only 5000 when it was sent", "20000, and more when it was sent"})
  void aFileThatChangesBetweenAttemptsIsNamedAndNotAccepted(int size, String seen)
      throws IOException {
    Path file = Files.write(folder.resolve("scan.pdf"), new byte[10_000]);
    client.retries(3, true).listener(event -> rewrite(file, size));
    enqueue(error(503, "{\"retryable\":true}", "Retry-After: 0"), TestClient.ok());
    Upload upload = Upload.of(file);

    assertThatThrownBy(() -> client.things().upload(upload.toPart("file"), null))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.mayHaveBeenAccepted()).isFalse();
              assertThat(e.call().attempts()).isEqualTo(2);
            })
        .hasMessageEndingWith(
            "The file "
                + file
                + " changed while it was uploaded: it had 10000 bytes when the upload was made, "
                + seen
                + ". Upload it when it is complete.");
  }

  private static void rewrite(Path file, int size) {
    try {
      Files.write(file, new byte[size]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Counts the body of one request without keeping it. */
  private static long countOne(ServerSocket server, AtomicLong soFar) {
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
        soFar.set(received);
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
