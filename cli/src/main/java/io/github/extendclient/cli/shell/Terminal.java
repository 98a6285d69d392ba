package io.github.extendclient.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the output goes.
 *
 * @param isOutput whether standard output is a terminal
 * @param isError whether standard error is a terminal
 * @param columns how wide it is; 80 if that is not known
 */
public record Terminal(boolean isOutput, boolean isError, int columns) {
  /** No terminal. */
  public static final Terminal NONE = new Terminal(false, false, Terminal.USUAL_COLUMNS);

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;

  /** {@return the terminal of this process} */
  public static Terminal ofProcess() {
    boolean output = isTerminal(1);
    boolean error = isTerminal(2);
    return new Terminal(output, error, output || error ? measure() : USUAL_COLUMNS);
  }

  /** The console of Java is null as soon as one stream is piped, so the descriptor is looked at. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.exists(Path.of("/proc/self/fd"))) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      }
      return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // Not a POSIX system.
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int measure() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream size = stty.getInputStream()) {
        String[] words = new String(size.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        int columns = words.length == 2 ? Integer.parseInt(words[1]) : 0;
        return columns == 0 ? USUAL_COLUMNS : Math.max(FEWEST_COLUMNS, columns);
      }
    } catch (IOException | NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }
}
