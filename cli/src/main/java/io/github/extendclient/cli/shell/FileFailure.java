package io.github.extendclient.cli.shell;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Failures to read or write a file of this machine, with messages for people. */
public final class FileFailure {
  private FileFailure() {}

  /**
   * For a file that cannot be read.
   *
   * @param file the subject of the message, such as {@code The file a.pdf}
   */
  public static CommandFailure unreadable(String file, IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, file + " cannot be read: " + reason(cause) + ".", cause);
  }

  /**
   * For a file or folder that cannot be written.
   *
   * @param file the subject of the message, such as {@code The report r.json}
   */
  public static CommandFailure unwritable(String file, IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, file + " cannot be written: " + reason(cause) + ".", cause);
  }

  /** For a file whose name has characters that the locale of this process does not have. */
  public static CommandFailure unreadableName(String name) {
    return new CommandFailure(
        ExitCode.FILE,
        "The name "
            + name
            + " has characters beyond the locale of this process: set LC_ALL=C.UTF-8.");
  }

  /** {@return the reason, without the name of the file} */
  public static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (cause instanceof FileNotFoundException) {
      // The class of java.io for each file that cannot be opened, with the reason in parentheses.
      return String.valueOf(cause.getMessage()).replaceAll("(?s).*\\((.*)\\)$", "$1");
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file with this name exists";
    }
    if (cause instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    String message =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\.+$", "");
  }
}
