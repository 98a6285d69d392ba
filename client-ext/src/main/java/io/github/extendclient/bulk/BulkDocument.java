package io.github.extendclient.bulk;

import io.github.extendclient.runtime.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document to process: a file, a text, a stream, a URL, or an uploaded file. Its key identifies
 * it in the journal, the results and the report. The hash of the content is part of the identity,
 * so a changed file is a new document. The content of a URL or an uploaded file is not read.
 */
public final class BulkDocument {
  /** How the server receives the document. */
  enum Kind {
    UPLOAD,
    URL,
    FILE_ID
  }

  /** Opens the content of a document. */
  @FunctionalInterface
  public interface Content {
    /**
     * Opens the content. Called at least three times: for the hash, for each try of the upload, and
     * to notice that the content changed meanwhile.
     *
     * @return a stream from the first byte, closed by the caller
     * @throws IOException if the content cannot be read
     */
    InputStream open() throws IOException;
  }

  private final String key;
  private final Kind kind;
  private final String reference;
  private final @Nullable Content content;
  private final @Nullable Path path;

  private BulkDocument(
      String key, Kind kind, String reference, @Nullable Content content, @Nullable Path path) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("The key of a document is blank: give it a name.");
    }
    this.key = key;
    this.kind = kind;
    this.reference = reference;
    this.content = content;
    this.path = path;
  }

  /**
   * Returns a file as a document, with the path as its key.
   *
   * @param file the file, read when its turn comes
   * @return never null
   */
  public static BulkDocument file(Path file) {
    return file(file.toString().replace('\\', '/'), file);
  }

  /**
   * Returns a file as a document.
   *
   * @param key unique among the documents
   * @param file the file, read when its turn comes
   * @return never null
   */
  public static BulkDocument file(String key, Path file) {
    Path name = Objects.requireNonNull(file.getFileName(), "The path names no file: " + file);
    return new BulkDocument(
        key, Kind.UPLOAD, name.toString(), () -> Files.newInputStream(file), file);
  }

  /**
   * Returns a text as a document. It is uploaded as a {@code .txt} file.
   *
   * @param key unique among the documents
   * @param text the content
   * @return never null
   */
  public static BulkDocument text(String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return stream(
        key, key.replaceAll(".*[/\\\\]", "") + ".txt", () -> new ByteArrayInputStream(bytes));
  }

  /**
   * Returns content from elsewhere, such as an archive or a database.
   *
   * @param key unique among the documents
   * @param fileName with an extension for the type, such as {@code scan.pdf}
   * @param content opens the content, as often as needed
   * @return never null
   */
  public static BulkDocument stream(String key, String fileName, Content content) {
    return new BulkDocument(key, Kind.UPLOAD, fileName, content, null);
  }

  /**
   * Returns a document that the server fetches itself, with the URL without its query as the key.
   *
   * @param url reachable by the server
   * @return never null
   */
  public static BulkDocument url(String url) {
    return url(url.replaceAll("[?#].*", ""), url);
  }

  /**
   * Returns a document that the server fetches itself.
   *
   * @param key unique among the documents, and not secret
   * @param url reachable by the server; may be signed, and is neither logged nor written to the
   *     journal
   * @return never null
   */
  public static BulkDocument url(String key, String url) {
    return new BulkDocument(key, Kind.URL, url, null, null);
  }

  /**
   * Returns an uploaded file, with its ID as the key.
   *
   * @param fileId the file's ID, such as {@code file_xK9mLPqRtN3vS8wF5hB2cQ}
   * @return never null
   */
  public static BulkDocument id(String fileId) {
    return new BulkDocument(fileId, Kind.FILE_ID, fileId, null, null);
  }

  /** {@return the key, without the hash of the content} */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** Returns the file name, the URL, or the file ID. */
  String reference() {
    return reference;
  }

  InputStream open() throws IOException {
    try {
      return Objects.requireNonNull(
          Objects.requireNonNull(content, "content").open(), "its content opened as null");
    } finally {
      // Only the code that opens it can have set the flag, which would end the next request.
      Thread.interrupted();
    }
  }

  Upload upload() throws IOException {
    return path != null ? Upload.of(path) : Upload.of(reference, open());
  }

  /** Returns the key, never a URL, which may be signed. */
  @Override
  public String toString() {
    return key;
  }
}
