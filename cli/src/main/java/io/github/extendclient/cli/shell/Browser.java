package io.github.extendclient.cli.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens files in the user's browser. */
public final class Browser {
  private Browser() {}

  /** Opens a file; where that does not work, says where the file is. */
  public static void open(Path file, Shell shell) {
    String url = file.toAbsolutePath().normalize().toUri().toString();
    String chosen = shell.environment().apply("BROWSER");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command;
    if (chosen != null && !chosen.isBlank()) {
      command = List.of(chosen, url);
    } else if (system.contains("mac")) {
      command = List.of("open", url);
    } else if (system.contains("windows")) {
      command = List.of("rundll32", "url.dll,FileProtocolHandler", url);
    } else {
      command = List.of("xdg-open", url);
    }
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      shell.err().println("No browser was found: open " + url + " yourself.");
    }
  }
}
