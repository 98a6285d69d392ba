package io.github.extendclient.cli.local;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.FileChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The document that a run has read: a file on this machine, or a downloaded copy that {@link
 * #close} deletes.
 */
final class RunDocument implements AutoCloseable {
  private final Path path;
  private final boolean isCopy;

  private RunDocument(Path path, boolean isCopy) {
    this.path = path;
    this.isCopy = isCopy;
  }

  /**
   * Returns the document of a run.
   *
   * @param run the ID of the run, for messages
   * @param fileId the file that the run names; null if it names none
   * @param source the same document on this machine; null to download it
   * @throws CommandFailure if it cannot be downloaded
   */
  static RunDocument of(
      ExtendClient extend, String run, @Nullable String fileId, @Nullable Path source) {
    if (source != null) {
      FileChecks.requireRegular(source);
      return new RunDocument(source, false);
    }
    if (fileId == null) {
      throw CommandFailure.usage(
          "The run " + run + " names no file: give the document with --source.");
    }
    String url = extend.files().retrieve(fileId).getPresignedUrl();
    if (url == null) {
      throw CommandFailure.usage(
          "The file " + fileId + " cannot be downloaded: give the document with --source.");
    }
    try {
      RunDocument copy = new RunDocument(Files.createTempFile("extend-", ".document"), true);
      extend.download(url).to(copy.path);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    if (isCopy) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
