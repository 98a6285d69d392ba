package io.github.extendclient.cli.local;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Path;

/** Failures of local files. */
final class LocalFiles {
  private LocalFiles() {}

  static CommandFailure unreadable(Path file, IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, "The file " + file + " cannot be read: " + cause + ".", cause);
  }

  static CommandFailure unwritable(Path file, IOException cause) {
    return new CommandFailure(ExitCode.FILE, "Writing " + file + " failed: " + cause + ".", cause);
  }
}
