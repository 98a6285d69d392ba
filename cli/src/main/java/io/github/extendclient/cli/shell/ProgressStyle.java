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

  /** {@return the style to use: any but {@code AUTO}} */
  public ProgressStyle on(Shell shell) {
    return this != AUTO ? this : shell.canErase() ? BAR : LINES;
  }
}
