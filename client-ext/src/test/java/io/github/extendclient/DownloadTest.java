package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.extendclient.error.DownloadException;
import io.github.extendclient.testsupport.PromptSockets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends ClientFixture {
  private static final String EXPIRED =
      ": signed URLs live for minutes. Read the run or file again, and use its new URL.";

  @TempDir private Path folder;

  private String url = "";

  @Override
  ExtendClientBuilder builder() {
    return super.builder().apiKey("sk_secret").workspace("ws_1");
  }

  @BeforeEach
  void sign() {
    url = server.url("/out.json?signature=s3cr3t").toString();
  }

  private static MockResponse content(int bytes) {
    return new MockResponse.Builder().body(new Buffer().write(new byte[bytes])).build();
  }

  private Stream<Path> files() throws IOException {
    return Files.list(folder);
  }

  @Test
  void noHeadersOfTheClientAreSent() {
    enqueue(new MockResponse.Builder().body("{}").build());

    assertThat(extend.download(url).bytes()).asString().isEqualTo("{}");

    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo("/out.json?signature=s3cr3t");
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Host", "Connection", "Accept-Encoding", "User-Agent");
  }

  @Test
  void goesIntoAFile() throws IOException {
    Path target = Files.writeString(folder.resolve("out.json"), "old");
    enqueue(content(1_000_000));

    assertThat(extend.download(url).to(target)).isEqualTo(1_000_000);

    assertThat(target).hasSize(1_000_000);
    assertThat(files()).containsExactly(target);
  }

  @Test
  void aDownloadThatBreaksLeavesTheOldFileAndNothingElse() throws IOException {
    Path target = Files.writeString(folder.resolve("out.json"), "old");
    enqueue(content(1_000_000).newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(() -> extend.download(url).to(target))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("The download from localhost failed: ");

    assertThat(target).hasContent("old");
    assertThat(files()).containsExactly(target);
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    enqueue(content(10));
    Path target = folder.resolve("none/out.json");

    assertThatThrownBy(() -> extend.download(url).to(target))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("The download could not be written to " + target + ": ");
  }

  @Test
  void aFolderIsNotReplaced() {
    assertThatThrownBy(() -> extend.download(url).to(folder))
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            "The download could not be written to "
                + folder
                + ": it is a folder. Name a file in it.");
    assertThat(folder).isDirectory();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void canBeReadAsItComes() throws IOException {
    enqueue(content(100_000));

    try (InputStream content = extend.download(url).open()) {
      assertThat(content.readAllBytes()).hasSize(100_000);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isBoundedInSize(boolean isLengthKnown) throws IOException {
    MockResponse.Builder response = new MockResponse.Builder();
    Buffer body = new Buffer().write(new byte[100_001]);
    enqueue((isLengthKnown ? response.body(body) : response.chunkedBody(body, 10_000)).build());

    assertThatThrownBy(() -> extend.download(url).maxBytes(100_000).to(folder.resolve("a")))
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            "The download from localhost failed: the file is larger than 100000 bytes, the most"
                + " that this download takes: raise its maxBytes.");
    assertThat(files()).isEmpty();
  }

  @Test
  void isBoundedInTimeUpToTheLastByte() {
    enqueue(content(100_000).newBuilder().throttleBody(1_000, 1, TimeUnit.SECONDS).build());

    assertThatThrownBy(() -> extend.download(url).timeout(Duration.ofMillis(300)).bytes())
        .isInstanceOf(DownloadException.class)
        .hasMessage("The download from localhost failed: InterruptedIOException: timeout.");
  }

  @ParameterizedTest
  @CsvSource({"403", "404", "400"})
  void anExpiredUrlIsNotTriedAgain(int status) {
    enqueue(error(status, "<Error/>"));

    DownloadException failure =
        catchThrowableOfType(DownloadException.class, () -> extend.download(url).bytes());

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure).hasMessage("The download from localhost returned " + status + EXPIRED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void progressIsReportedFromZeroToTheEnd() {
    enqueue(error(503, ""), content(100_000));
    List<Long> told = new ArrayList<>();

    extend
        .download(url)
        .onProgress(
            (bytes, total) -> {
              assertThat(total).isEqualTo(100_000);
              told.add(bytes);
            })
        .to(folder.resolve("out.json"));

    assertThat(told).isSorted().startsWith(0L).endsWith(100_000L).hasSizeGreaterThan(10);
  }

  @Test
  void theTotalOfWhatComesInChunksIsNotKnown() {
    enqueue(new MockResponse.Builder().chunkedBody("abc", 3).build());
    List<String> told = new ArrayList<>();

    extend.download(url).onProgress((bytes, total) -> told.add(bytes + "/" + total)).bytes();

    assertThat(told).containsExactly("0/-1", "3/-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void aProgressCallbackThatThrowsEndsTheDownload(long from) throws IOException {
    enqueue(content(100_000));
    IllegalStateException thrown = new IllegalStateException("enough");
    Download download =
        extend
            .download(url)
            .onProgress(
                (bytes, total) -> {
                  if (bytes >= from) {
                    throw thrown;
                  }
                });

    assertThatThrownBy(() -> download.to(folder.resolve("out.json"))).isSameAs(thrown);
    assertThat(files()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void transientFailuresAreRetried() {
    enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        error(503, ""),
        content(10));

    assertThat(extend.download(url).bytes()).hasSize(10);
    assertThat(timeline.waits()).hasSize(2);
  }

  @Test
  void triesAreLimited() {
    enqueue(error(503, ""), error(503, ""), error(503, ""));

    assertThatThrownBy(() -> extend.download(url).bytes())
        .hasMessage("The download from localhost returned 503. Try again later.");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aRedirectWithinTheOriginIsFollowed() {
    enqueue(error(302, "", "Location: /moved"), content(10));

    assertThat(extend.download(url).bytes()).hasSize(10);
  }

  @Test
  void aRedirectElsewhereIsNotFollowed() throws IOException {
    try (MockWebServer internal = PromptSockets.mockServer()) {
      internal.start();
      enqueue(error(302, "", "Location: " + internal.url("/metadata")));

      assertThatThrownBy(() -> extend.download(url).bytes())
          .hasMessage(
              "The download from localhost returned 302: a redirect to another host, which is not"
                  + " followed.");
      assertThat(internal.getRequestCount()).isZero();
    }
  }

  @Test
  void aRedirectWithoutEndEnds() {
    for (int i = 0; i < 10; i++) {
      enqueue(error(302, "", "Location: /again"));
    }

    assertThatThrownBy(() -> extend.download(url).bytes()).isInstanceOf(DownloadException.class);
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://files.example/a?s=s3cr3t | leads to http://files.example, and only https is"
            + " fetched: http is for localhost only.",
        "http://10.0.0.1/a | leads to http://10.0.0.1, and only https is fetched: http is for"
            + " localhost only.",
        "file:///etc/passwd | is not a web address: give the outputUrl or presignedUrl as the API"
            + " returned it.",
        "'' | is not a web address: give the outputUrl or presignedUrl as the API returned it.",
      })
  void onlyHttpsIsFetched(String other, String flaw) {
    assertThatThrownBy(() -> extend.download(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The URL of a download " + flaw);
  }

  @Test
  void boundsAreChecked() {
    assertThatThrownBy(() -> extend.download(url).maxBytes(0))
        .hasMessage("maxBytes is 0: give at least 1.");
    assertThatThrownBy(() -> extend.download(url).timeout(Duration.ZERO))
        .hasMessage("The timeout of a download is PT0S: give from 1 millisecond to 1 day.");
  }

  @Test
  void toStringShowsNoUrl() {
    assertThat(extend.download(url)).hasToString("Download{maxBytes=268435456, timeout=PT10M}");
  }

  @Test
  void aClosedClientRefuses() {
    Download download = extend.download(url);
    extend.close();

    assertThatThrownBy(download::bytes)
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            "The download from localhost was not started: the client is closed. Close it after its"
                + " last download.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptEndsASilentRead(boolean isInBody) {
    MockResponse.Builder silent = content(10).newBuilder();
    enqueue(
        isInBody
            ? silent.bodyDelay(30, TimeUnit.SECONDS).build()
            : silent.headersDelay(30, TimeUnit.SECONDS).build());
    Thread reader = Thread.currentThread();
    CompletableFuture.runAsync(
        () -> {
          takeRequest();
          reader.interrupt();
        });
    long start = System.nanoTime();

    assertThatThrownBy(() -> extend.download(url).bytes())
        .isInstanceOf(DownloadException.class)
        .hasMessage("The download from localhost was interrupted.");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aSlowNameServiceDoesNotExceedTheTimeout() {
    CountDownLatch ended = new CountDownLatch(1);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  Uninterruptibles.awaitUninterruptibly(ended);
                  return List.of();
                })
            .build();
    long start = System.nanoTime();
    try (ExtendClient slow = builder().httpClient(http).maxAttempts(1).build()) {
      Download download = slow.download(url).timeout(Duration.ofMillis(100));

      assertThatThrownBy(download::bytes).isInstanceOf(DownloadException.class);
    } finally {
      ended.countDown();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aWaitAboveTheClientsLimitIsNotMade() {
    enqueue(error(503, "", "Retry-After: 301"));

    assertThatThrownBy(() -> extend.download(url).bytes())
        .hasMessage("The download from localhost returned 503. Try again later.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void textOfTheNetworkIsShownOnOneLine() {
    for (int attempt = 0; attempt < 3; attempt++) {
      enqueue(content(1).newBuilder().status("\u001b[31mno status").build());
    }

    assertThatThrownBy(() -> extend.download(url).bytes())
        .hasMessage(
            "The download from localhost failed: ProtocolException: Unexpected status line:"
                + " [31mno status.")
        .cause()
        .hasMessageNotContaining("\u001b");
  }

  @Test
  void anInterruptionEndsTheWait() {
    enqueue(error(503, ""));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> extend.download(url).bytes()).isInstanceOf(DownloadException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
