package io.github.extendclient.cli.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to the API. */
public final class CommonOptions {
  @Option(
      names = "--demo",
      order = 90,
      description = "Work on an embedded server: no key, no account, no credits.")
  private boolean demo;

  @Option(
      names = "--key-file",
      order = 91,
      paramLabel = "FILE",
      description =
          "Read the API key from this file, which only you may read, in place of EXTEND_API_KEY.")
  private @Nullable Path keyFile;

  @Option(
      names = "--key-stdin",
      order = 92,
      description = "Read the API key from the first line of standard input.")
  private boolean keyStdin;

  @Option(
      names = "--verbose",
      order = 93,
      description = "With an error, print its causes and stack trace.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      order = 94,
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** {@return whether the command works on an embedded server} */
  public boolean isDemo() {
    return demo;
  }

  /** {@return whether errors are printed with their causes} */
  public boolean isVerbose() {
    return verbose;
  }

  /** {@return the file of the key; null if it comes from elsewhere} */
  public @Nullable Path keyFile() {
    return keyFile;
  }

  /** {@return whether the key comes from standard input} */
  public boolean isKeyStdin() {
    return keyStdin;
  }
}
