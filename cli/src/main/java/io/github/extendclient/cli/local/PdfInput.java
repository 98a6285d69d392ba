package io.github.extendclient.cli.local;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.documents.DocumentInfo;
import io.github.extendclient.documents.DocumentKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Checks that a file is a PDF before its pages are read. */
final class PdfInput {
  private PdfInput() {}

  /**
   * Checks a file.
   *
   * @throws CommandFailure if it is of another kind, or cannot be read
   */
  static void check(Path file) {
    FileChecks.requireRegular(file);
    try {
      DocumentKind kind = DocumentInfo.of(file).kind();
      if (kind != DocumentKind.PDF) {
        throw new CommandFailure(
            ExitCode.FILE,
            "The file "
                + file
                + " is not a PDF: its kind is "
                + kind.name().toLowerCase(Locale.ROOT)
                + ".");
      }
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + file, e);
    }
  }
}
