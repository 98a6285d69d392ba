package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.DocumentReader;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded, or given to a run as text or by URL.
 *
 * @param key the part of its ID that follows {@code file_}
 * @param type {@code null} if neither name nor bytes tell
 * @param content {@code null} if the URL of the file could not be read
 * @param password of a PDF, {@code null} if none was given
 * @param parent what it was cut out of, {@code null} if it is whole
 */
public record StoredFile(
    String key,
    String name,
    @Nullable FileType type,
    @Nullable Content content,
    @Nullable String password,
    @Nullable ParentSplit parent,
    Instant createdAt) {

  /** File names that make every run over the file fail, such as {@code FAIL_OCR_ERROR.pdf}. */
  private static final String FAILING_NAME = "FAIL_";

  /** The ID, the same in both API versions. */
  public String id() {
    return "file_" + key;
  }

  /**
   * Reads the file.
   *
   * @throws RunFailedException with the reason that a run fails with
   */
  public Document read(Budget budget) throws RunFailedException {
    return DocumentReader.read(source(), budget);
  }

  /** The input of reading the file. */
  public DocumentReader.Input source() throws RunFailedException {
    String charset = content == null ? null : content.charset();
    return new DocumentReader.Input(name, type, bytes(), password, charset);
  }

  /**
   * The content of the file.
   *
   * @throws RunFailedException if there is none, or if the name of the file asks for it
   */
  public byte[] bytes() throws RunFailedException {
    Optional<Reason> asked = askedFailure();
    if (asked.isPresent()) {
      throw new RunFailedException(
          asked.get(), "The name of the file " + name + " asks for this failure.");
    }
    if (content == null) {
      throw new RunFailedException(
          Reason.UNABLE_TO_DOWNLOAD_FILE,
          "The embedded server reads only its own URLs, such as presignedUrl of a file, and"
              + " only until they expire.");
    }
    if (!content.isKept()) {
      throw new RunFailedException(
          Reason.FILE_SIZE_TOO_LARGE,
          "The file "
              + name
              + " has "
              + content.size()
              + " bytes; the embedded server keeps the content of files up to "
              + ContentStore.MAX_KEPT
              + " bytes.");
    }
    try {
      return content.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the kept content of " + id(), e);
    }
  }

  /**
   * The content of the file as it is kept.
   *
   * @throws RunFailedException as {@link #bytes}
   */
  public Content whole() throws RunFailedException {
    bytes();
    return Objects.requireNonNull(content);
  }

  private Optional<Reason> askedFailure() {
    if (!name.startsWith(FAILING_NAME)) {
      return Optional.empty();
    }
    int dot = name.indexOf('.');
    String reason = name.substring(FAILING_NAME.length(), dot < 0 ? name.length() : dot);
    return Reason.of(reason);
  }
}
