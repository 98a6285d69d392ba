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
 * A document to process: a file, a text, a stream, a URL, or a file that was uploaded before. Its
 * key tells it from the others and stands in journal, results and report. The hash of its content
 * belongs to the key, so that a file that changed is a new document; of a URL or an uploaded file
 * the content is not read.
 */
public final class BulkDocument {
  /** How the document comes to the server. */
  enum Kind {
    UPLOAD,
    URL,
    FILE_ID
  }

  /** Opens the content of a document. */
  @FunctionalInterface
  public interface Content {
    /**
     * Opens the content. It is read twice, once for its hash and once to be sent, and again if the
     * upload is repeated.
     *
     * @return from the first byte on; is closed by the reader
     * @throws IOException if it cannot be read
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
   * A file, whose key is its path.
   *
   * @param file is read when its turn comes
   * @return never null
   */
  public static BulkDocument file(Path file) {
    return file(file.toString().replace('\\', '/'), file);
  }

  /**
   * A file.
   *
   * @param key unique among the documents
   * @param file is read when its turn comes
   * @return never null
   */
  public static BulkDocument file(String key, Path file) {
    Path name = Objects.requireNonNull(file.getFileName(), "The path names no file: " + file);
    return new BulkDocument(
        key, Kind.UPLOAD, name.toString(), () -> Files.newInputStream(file), file);
  }

  /**
   * A text. It is uploaded as a file that ends with {@code .txt}.
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
   * Content from elsewhere, such as an archive or a database.
   *
   * @param key unique among the documents
   * @param fileName with the extension that tells the type, such as {@code scan.pdf}
   * @param content opens it, as often as it is needed
   * @return never null
   */
  public static BulkDocument stream(String key, String fileName, Content content) {
    return new BulkDocument(key, Kind.UPLOAD, fileName, content, null);
  }

  /**
   * A document that the server fetches itself; its key is the URL without its query.
   *
   * @param url that the server can reach
   * @return never null
   */
  public static BulkDocument url(String url) {
    return url(url.replaceAll("[?#].*", ""), url);
  }

  /**
   * A document that the server fetches itself.
   *
   * @param key unique among the documents, and not secret
   * @param url that the server can reach; may be signed, and is neither logged nor written down
   * @return never null
   */
  public static BulkDocument url(String key, String url) {
    return new BulkDocument(key, Kind.URL, url, null, null);
  }

  /**
   * A file that was uploaded before; its key is its ID.
   *
   * @param fileId such as {@code file_xK9mLPqRtN3vS8wF5hB2cQ}
   * @return never null
   */
  public static BulkDocument id(String fileId) {
    return new BulkDocument(fileId, Kind.FILE_ID, fileId, null, null);
  }

  /** {@return what tells it from the others, without the hash of its content} */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** The file name, the URL, or the file ID. */
  String reference() {
    return reference;
  }

  InputStream open() throws IOException {
    return Objects.requireNonNull(content, "content").open();
  }

  Upload upload() throws IOException {
    return path != null ? Upload.of(path) : Upload.of(reference, open());
  }

  /** The key; never a URL, which may be signed. */
  @Override
  public String toString() {
    return key;
  }
}
