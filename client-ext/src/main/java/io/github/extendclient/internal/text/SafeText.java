package io.github.extendclient.internal.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text from the network safe for messages and logs: one line without control characters,
 * which could forge log lines or move a terminal's cursor.
 */
public final class SafeText {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
  private static final int LONGEST_CAUSE = 500;
  // Causes may form a cycle.
  private static final int DEEPEST_CAUSE = 20;

  private SafeText() {}

  /**
   * Returns a text on one line.
   *
   * @param text any text
   * @return the text, with each run of control characters, invisible format characters and white
   *     space as one space
   */
  public static String oneLine(String text) {
    return UNSAFE.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Returns a text on one line, truncated.
   *
   * @param text any text
   * @param maxChars the maximum length
   * @return the text, with an ellipsis if it was truncated
   */
  public static String oneLine(String text, int maxChars) {
    String line = oneLine(text.length() > 4 * maxChars ? text.substring(0, 4 * maxChars) : text);
    return line.length() > maxChars ? line.substring(0, maxChars).strip() + "…" : line;
  }

  /**
   * Returns a failure with a safe message. The message may include text of the server, such as an
   * invalid status line.
   *
   * @param failure the exception of the HTTP client
   * @return the failure itself if its message is safe; else one with a safe message
   */
  public static Throwable cause(Throwable failure) {
    return cause(failure, 0);
  }

  private static Throwable cause(Throwable failure, int depth) {
    String message = failure.getMessage();
    boolean isSafe = message == null || message.equals(oneLine(message, LONGEST_CAUSE));
    Throwable cause = failure.getCause();
    Throwable safeCause = cause == null || depth == DEEPEST_CAUSE ? null : cause(cause, depth + 1);
    if ((isSafe && safeCause == cause) || !(failure instanceof IOException)) {
      return failure;
    }
    IOException safe = new IOException(describe(failure), safeCause);
    safe.setStackTrace(failure.getStackTrace());
    return safe;
  }

  /**
   * Describes a failure.
   *
   * @param failure any failure
   * @return its simple class name and, after a colon, its message on one line
   */
  public static String describe(Throwable failure) {
    @Nullable String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : name + ": " + oneLine(message, LONGEST_CAUSE);
  }
}
