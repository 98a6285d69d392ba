package io.github.extendclient.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
  @TempDir Path folder;

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.pdf");
    refused(file, "No file at " + file + ": give the path of an existing file.");
  }

  @Test
  void aDirectoryIsNamed() {
    refused(folder, folder + " is a directory: give the path of a single file.");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.pdf"));
    refused(file, "The file " + file + " is empty: give a file with content.");
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.pdf"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(file), "the superuser reads everything");
    refused(file, "The file " + file + " cannot be read: check its permissions.");
  }

  @Test
  void emptyContentIsNamed() {
    assertThatThrownBy(() -> Upload.of("a.pdf", new byte[0]))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The content of a.pdf is empty: give at least one byte.");
  }

  @Test
  void aBlankNameIsRefused() {
    assertThatThrownBy(() -> Upload.of(" ", new byte[1]))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The file name is blank: the server reads the type of the file from its name, such as"
                + " invoice.pdf.");
  }

  @Test
  void aFileIsSentWithItsNameAndLengthAndCanBeSentAgain() throws IOException {
    Upload upload = Upload.of(Files.writeString(folder.resolve("ä.txt"), "content"));

    assertThat(upload.fileName()).isEqualTo("ä.txt");
    assertThat(upload).hasToString("Upload{fileName=ä.txt}");
    RequestBody body = upload.toPart("file").body();
    assertThat(body.contentLength()).isEqualTo(7);
    assertThat(body.isOneShot()).isFalse();
    assertThat(text(body)).isEqualTo("content");
    assertThat(text(body)).isEqualTo("content");
  }

  @Test
  void aStreamIsSentOnceAndClosed() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream content =
        new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    RequestBody body = Upload.of("a.txt", content).toPart("file").body();

    assertThat(body.isOneShot()).isTrue();
    assertThat(body.contentLength()).isEqualTo(-1);
    assertThat(text(body)).isEqualTo("content");
    assertThat(closed).isTrue();
  }

  @Test
  void progressIsReportedInPiecesAndStartsAgainAtZero() throws IOException {
    List<String> told = new ArrayList<>();
    Upload plain = Upload.of("a.bin", new byte[131_072]);
    Upload upload = plain.onProgress((bytes, total) -> told.add(bytes + "/" + total));
    RequestBody body = upload.toPart("file").body();

    assertThat(upload.fileName()).isEqualTo("a.bin");
    assertThat(body.contentLength()).isEqualTo(131_072);
    assertThat(body.contentType()).isNull();
    text(body);
    text(plain.toPart("file").body());
    text(body);

    List<String> once = List.of("0/131072", "65536/131072", "131072/131072");
    assertThat(told)
        .containsExactlyElementsOf(Stream.of(once, once).flatMap(List::stream).toList());
  }

  @Test
  void progressOfAFileIsReportedWhileItIsRead() throws IOException {
    List<Long> told = new ArrayList<>();
    Path file = Files.write(folder.resolve("a.bin"), new byte[20_000]);

    text(Upload.of(file).onProgress((bytes, total) -> told.add(bytes)).toPart("file").body());

    assertThat(told).containsExactly(0L, 8192L, 16_384L, 20_000L);
  }

  @Test
  void theTotalOfAStreamIsNotKnown() throws IOException {
    List<String> told = new ArrayList<>();
    RequestBody body =
        Upload.of("a.bin", new ByteArrayInputStream(new byte[10]))
            .onProgress((bytes, total) -> told.add(bytes + "/" + total))
            .toPart("file")
            .body();

    assertThat(body.isOneShot()).isTrue();
    text(body);
    assertThat(told).containsExactly("0/-1", "10/-1");
  }

  @Test
  void theLastProgressCallbackCounts() throws IOException {
    List<String> told = new ArrayList<>();

    text(
        Upload.of("a.bin", new byte[1])
            .onProgress((bytes, total) -> told.add("first"))
            .onProgress((bytes, total) -> told.add("second"))
            .toPart("file")
            .body());

    assertThat(told).containsExactly("second", "second");
  }

  @Test
  void aProgressCallbackThatThrowsBreaksTheUploadOff() {
    IllegalStateException thrown = new IllegalStateException("enough");
    RequestBody body =
        Upload.of("a.bin", new byte[1])
            .onProgress(
                (bytes, total) -> {
                  throw thrown;
                })
            .toPart("file")
            .body();

    assertThatThrownBy(() -> text(body))
        .isExactlyInstanceOf(UploadException.class)
        .hasMessage(
            "The progress callback of the upload a.bin threw java.lang.IllegalStateException:"
                + " enough")
        .hasCause(thrown);
  }

  @Test
  void aBrokenStreamIsDistinguishedFromABrokenConnection() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };

    assertThatThrownBy(() -> text(Upload.of("a.bin", broken).toPart("file").body()))
        .isExactlyInstanceOf(UploadException.class)
        .hasMessage("The content of a.bin could not be read: java.io.IOException: disk on fire");
  }

  @Test
  void aPartCarriesTheFileName() {
    MultipartBody.Part part = Upload.of("a b.pdf", new byte[] {1}).toPart("file");

    assertThat(Objects.requireNonNull(part.headers()).get("Content-Disposition"))
        .isEqualTo("form-data; name=\"file\"; filename=\"a b.pdf\"");
  }

  @Test
  void textIsSentAsItIs() throws IOException {
    RequestBody part = Objects.requireNonNull(Upload.textPart("ä\"b"));

    assertThat(text(part)).isEqualTo("ä\"b");
    assertThat(part.contentType()).isNull();
    assertThat(Upload.textPart(null)).isNull();
  }

  private static String text(RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    return buffer.readUtf8();
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Upload.of(file))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
