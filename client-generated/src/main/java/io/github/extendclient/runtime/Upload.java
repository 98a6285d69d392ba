package io.github.extendclient.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Sink;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload. The server derives the type from the extension of the name. The content is
 * streamed, never completely in memory.
 *
 * <pre>{@code
 * Upload upload =
 *     Upload.of(Path.of("invoice.pdf"))
 *         .onProgress((bytes, total) -> System.out.println(bytes + " of " + total));
 * File file = extend.files().upload(upload);
 * }</pre>
 *
 * <p>Immutable. An upload of a file or bytes can be sent any number of times; one of a stream only
 * once.
 */
public final class Upload {
  private final String fileName;
  private final RequestBody body;
  private final @Nullable TransferListener progress;

  private Upload(String fileName, RequestBody body) {
    this(requireName(fileName), body, null);
  }

  private Upload(String fileName, RequestBody body, @Nullable TransferListener progress) {
    this.fileName = fileName;
    this.body = body;
    this.progress = progress;
  }

  /**
   * Returns an upload of a file, which is checked now and read when the request is sent.
   *
   * @param file a readable, non-empty regular file
   * @return the upload, with the name of the file
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
   * Returns an upload of bytes.
   *
   * @param fileName the name to send, with an extension for the type
   * @param content the bytes, which are not copied: do not change them until the request is sent
   * @return the upload
   * @throws IllegalArgumentException if the name is blank or the content is empty
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
   * Returns an upload of a stream, which is read once, when the request is sent. The trap: a failed
   * attempt is not retried.
   *
   * @param fileName the name to send, with an extension for the type
   * @param content the bytes; closed after it is sent
   * @return the upload
   * @throws IllegalArgumentException if the name is blank
   */
  public static Upload of(String fileName, InputStream content) {
    return new Upload(
        fileName, new StreamBody(fileName, Objects.requireNonNull(content, "content")));
  }

  /**
   * Returns the same upload with a progress callback, which is called with 0 bytes when sending
   * starts, and then after each piece of at most 64 KiB.
   *
   * <p>The bytes are those of the file, counted when they are written to the connection, shortly
   * before the server receives them. The total is -1 for a stream. If the client retries the
   * request, after a 429 for instance, the count restarts at 0.
   *
   * <p>The callback runs on the writing thread: the caller's for a blocking call, one of the
   * client's for the other forms. Nothing is sent meanwhile. If it throws, the request is aborted,
   * so the server does not accept it, and the call fails without a retry: the cause of the
   * exception is an {@link UploadException}, whose cause is the callback's exception.
   *
   * @param callback must be quick; replaces an earlier one
   * @return a new upload of the same content
   */
  public Upload onProgress(TransferListener callback) {
    return new Upload(fileName, body, Objects.requireNonNull(callback, "callback"));
  }

  /**
   * Returns the name to send.
   *
   * @return never blank
   */
  public String fileName() {
    return fileName;
  }

  /**
   * Returns the upload as a part of a multipart body.
   *
   * @param partName the name of the part
   * @return a part with the file name and without a content type, which the server derives from the
   *     name
   */
  public MultipartBody.Part toPart(String partName) {
    return MultipartBody.Part.createFormData(
        partName, fileName, progress == null ? body : new ToldBody(fileName, body, progress));
  }

  /**
   * Returns a text field of a multipart body, sent unchanged: the JSON converter would put a plain
   * string in quotes.
   *
   * @param value the text, or null for no field
   * @return the body of the part, or null
   */
  public static @Nullable RequestBody textPart(@Nullable String value) {
    return value == null ? null : RequestBody.create(value.getBytes(StandardCharsets.UTF_8));
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
    private static final long PIECE = 64 << 10;

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
      try (Source content = new Content(file.toString(), Okio.source(file))) {
        if (size == 0) {
          sink.writeAll(content); // A pipe, whose length is unknown.
        } else {
          writeAsMeasured(content, sink);
        }
      }
    }

    /**
     * Writes the content, and fails if its length differs from the length declared in the request.
     */
    private void writeAsMeasured(Source content, BufferedSink sink) throws IOException {
      Buffer piece = new Buffer();
      long sent = 0;
      for (long read; (read = content.read(piece, PIECE)) != -1; sent += read) {
        if (sent + read > size) {
          throw changed("more");
        }
        sink.write(piece, read);
      }
      if (sent < size) {
        throw changed("only " + sent);
      }
    }

    private UploadException changed(String found) {
      return new UploadException(
          "The file "
              + file
              + " changed while it was uploaded: it had "
              + size
              + " bytes when the upload was made, and "
              + found
              + " when it was sent. Upload it when it is complete",
          null);
    }
  }

  private static final class StreamBody extends RequestBody {
    private final String name;
    private final InputStream content;

    StreamBody(String name, InputStream content) {
      this.name = name;
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
      try (Source source = new Content(name, Okio.source(content))) {
        sink.writeAll(source);
      }
    }
  }

  /** Distinguishes failures of the content from failures of the connection. */
  private static final class Content extends ForwardingSource {
    private final String name;

    Content(String name, Source delegate) {
      super(delegate);
      this.name = name;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (FileSystemException | InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        throw new UploadException("The content of " + name + " could not be read: " + e, e);
      }
    }
  }

  /** A body with a progress callback. */
  private static final class ToldBody extends RequestBody {
    private final String name;
    private final RequestBody body;
    private final TransferListener progress;

    ToldBody(String name, RequestBody body, TransferListener progress) {
      this.name = name;
      this.body = body;
      this.progress = progress;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      Count count = new Count(sink, contentLength());
      count.tell();
      BufferedSink counted = Okio.buffer(count);
      body.writeTo(counted);
      counted.emit();
    }

    private final class Count extends ForwardingSink {
      // Bytes in memory would be written in one piece.
      private static final long PIECE = 64 << 10;

      private final long total;
      private long bytes;

      Count(Sink delegate, long total) {
        super(delegate);
        this.total = total;
      }

      @Override
      public void write(Buffer source, long byteCount) throws IOException {
        for (long left = byteCount; left > 0; left -= PIECE) {
          long piece = Math.min(left, PIECE);
          super.write(source, piece);
          bytes += piece;
          tell();
        }
      }

      void tell() throws UploadException {
        try {
          progress.transferred(bytes, total);
        } catch (Exception e) {
          // Includes checked exceptions, which Kotlin and Scala throw undeclared: abort the request
          // properly.
          throw new UploadException(
              "The progress callback of the upload " + name + " threw " + e, e);
        }
      }
    }
  }
}
