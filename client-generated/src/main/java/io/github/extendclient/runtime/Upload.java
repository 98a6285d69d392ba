package io.github.extendclient.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A file to send: its name, which the server reads the type from, and its bytes, which are streamed
 * and never held in memory as a whole.
 */
public final class Upload {
  private final String fileName;
  private final RequestBody body;

  private Upload(String fileName, RequestBody body) {
    this.fileName = requireName(fileName);
    this.body = body;
  }

  /**
   * A file on disk, checked now and read when the request is sent.
   *
   * @param file a readable regular file that is not empty
   * @return the upload, named like the file
   * @throws IllegalArgumentException if the file is missing, a directory, unreadable or empty
   */
  public static Upload of(Path file) {
    Objects.requireNonNull(file, "file");
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(
          "No file at " + file + ": give the path of an existing file.");
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a directory: give the path of a single file.");
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "The file " + file + " cannot be read: check its permissions.");
    }
    long size = sizeOf(file);
    if (size == 0 && Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "The file " + file + " is empty: give a file with content.");
    }
    Path name = file.getFileName();
    return new Upload(name == null ? file.toString() : name.toString(), new FileBody(file, size));
  }

  /**
   * Bytes in memory.
   *
   * @param fileName the name to send, with the extension that tells the type
   * @param content the bytes, not copied and not to be changed until the request is sent
   * @return the upload
   * @throws IllegalArgumentException if the name is blank or there is no content
   */
  public static Upload of(String fileName, byte[] content) {
    Objects.requireNonNull(content, "content");
    if (content.length == 0) {
      throw new IllegalArgumentException(
          "The content of " + fileName + " is empty: give at least one byte.");
    }
    return new Upload(fileName, RequestBody.create(content));
  }

  /**
   * A stream that is read once, when the request is sent. Such an upload cannot be sent again: a
   * failed attempt is reported and not repeated.
   *
   * @param fileName the name to send, with the extension that tells the type
   * @param content the bytes; closed after it is sent
   * @return the upload
   * @throws IllegalArgumentException if the name is blank
   */
  public static Upload of(String fileName, InputStream content) {
    return new Upload(fileName, new StreamBody(Objects.requireNonNull(content, "content")));
  }

  /**
   * The name that is sent with the bytes.
   *
   * @return never blank
   */
  public String fileName() {
    return fileName;
  }

  /**
   * The upload as a part of a multipart body.
   *
   * @param partName the name of the part
   * @return a part with the file name in its disposition
   */
  public MultipartBody.Part toPart(String partName) {
    return MultipartBody.Part.createFormData(partName, fileName, body);
  }

  /**
   * A text field of a multipart body, sent as it is: a plain string would go through the JSON
   * converter and arrive in quotes.
   *
   * @param value the text, or null for no field
   * @return the body of the part, or null
   */
  public static @Nullable RequestBody textPart(@Nullable String value) {
    return value == null
        ? null
        : RequestBody.create(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Upload{fileName=" + fileName + "}";
  }

  private static String requireName(String fileName) {
    if (Objects.requireNonNull(fileName, "fileName").isBlank()) {
      throw new IllegalArgumentException(
          "The file name is blank: the server reads the type of the file from its name, such as"
              + " invoice.pdf.");
    }
    return fileName;
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The size of " + file + " cannot be read.", e);
    }
  }

  private static final class FileBody extends RequestBody {
    private final Path file;
    private final long size;

    FileBody(Path file, long size) {
      this.file = file;
      this.size = size;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return size == 0 ? -1 : size;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (Source source = Okio.source(file)) {
        sink.writeAll(source);
      }
    }
  }

  private static final class StreamBody extends RequestBody {
    private final InputStream content;

    StreamBody(InputStream content) {
      this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (Source source = Okio.source(content)) {
        sink.writeAll(source);
      }
    }
  }
}
