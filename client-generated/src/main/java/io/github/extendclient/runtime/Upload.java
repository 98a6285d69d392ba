package io.github.extendclient.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
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
   * Returns the same upload with a progress listener, which is called with 0 bytes when sending
   * starts, and then after each piece of at most 64 KiB.
   *
   * <p>The bytes are those of the file, counted when they are written to the connection, shortly
   * before the server receives them. The total is -1 for a stream. If the client retries the
   * request, after a 429 for instance, the count restarts at 0.
   *
   * <p>The listener runs on the writing thread: the caller's for a blocking call, one of the
   * client's for the other forms. Nothing is sent meanwhile. If it throws, the request is aborted,
   * so the server does not accept it, and the call fails without a retry: the cause of the
   * exception is an {@link UploadException}, whose cause is the listener's exception.
   *
   * @param listener must be quick; replaces an earlier one
   * @return a new upload of the same content
   */
  public Upload onProgress(TransferListener listener) {
    return new Upload(fileName, body, Objects.requireNonNull(listener, "listener"));
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
        partName, fileName, progress == null ? body : new ProgressBody(fileName, body, progress));
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
}
