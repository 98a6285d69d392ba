package io.github.extendclient.cli.shell;

import java.util.Locale;

/** How progress is shown. */
public enum ProgressStyle {
  /** A bar on a terminal, lines elsewhere. */
  AUTO,
  /** A bar. */
  BAR,
  /** A line every ten seconds. */
  LINES,
  /** Nothing. */
  NONE;

  /** What {@code --progress} takes, for its help. */
  public static final String HELP =
      "bar, lines or none, on standard error; auto is bar on a terminal and lines elsewhere"
          + " (default: ${DEFAULT-VALUE}).";

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return what is shown on standard error: anything but {@code AUTO}} */
  public ProgressStyle on(Terminal terminal) {
    return this != AUTO ? this : terminal.isError() ? BAR : LINES;
  }
}
