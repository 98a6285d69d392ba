package io.github.extendclient.cli.shell;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Failures of files on this machine, in words. */
public final class FileFailure {
  private FileFailure() {}

  /**
   * For a file that cannot be read.
   *
   * @param file what it is and its name, such as {@code The file a.pdf}
   */
  public static CommandFailure unreadable(String file, IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, file + " cannot be read: " + reason(cause) + ".", cause);
  }

  /**
   * For a file or folder that cannot be written.
   *
   * @param file what it is and its name, such as {@code The report r.json}
   */
  public static CommandFailure unwritable(String file, IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, file + " cannot be written: " + reason(cause) + ".", cause);
  }

  /** {@return what is wrong, without the name of the file} */
  static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "there is no such file or folder";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    String message =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
