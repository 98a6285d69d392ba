package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.DocumentReader;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded, or given to a run as text or by URL.
 *
 * @param key the part of its ID that follows {@code file_}
 * @param type {@code null} if neither name nor bytes tell
 * @param password of a PDF, {@code null} if none was given
 */
public record StoredFile(
    String key,
    String name,
    @Nullable FileType type,
    Content content,
    @Nullable String password,
    Instant createdAt) {

  /** The ID, the same in both API versions. */
  public String id() {
    return "file_" + key;
  }

  /**
   * Reads the file.
   *
   * @throws UnreadableDocumentException with the reason that a run fails with
   */
  public Document read() throws UnreadableDocumentException {
    if (!content.isKept()) {
      throw new UnreadableDocumentException(
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
      return DocumentReader.read(name, type, content.bytes(), password);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the kept content of " + id(), e);
    }
  }
}
