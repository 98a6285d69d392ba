package io.github.extendclient.internal.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text from the network fit for messages and logs: one line, without control characters,
 * which could forge lines of a log or move the cursor of a terminal.
 */
public final class SafeText {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
  private static final int LONGEST_CAUSE = 500;

  private SafeText() {}

  /**
   * One line.
   *
   * @param text anything
   * @return each run of control characters, invisible format characters and white space as one
   *     space
   */
  public static String oneLine(String text) {
    return UNSAFE.matcher(text).replaceAll(" ").strip();
  }

  /**
   * One line of bounded length.
   *
   * @param text anything
   * @param maxChars the most that is kept
   * @return with an ellipsis if it was cut
   */
  public static String oneLine(String text, int maxChars) {
    String line = oneLine(text.length() > 4 * maxChars ? text.substring(0, 4 * maxChars) : text);
    return line.length() > maxChars ? line.substring(0, maxChars).strip() + "…" : line;
  }

  /**
   * A failure whose message may show text of the server, such as a status line that is none.
   *
   * @param failure what the HTTP client threw
   * @return the failure itself if its message can be shown as it is; else one with a safe message
   */
  public static Throwable cause(Throwable failure) {
    String message = failure.getMessage();
    boolean isSafe = message == null || message.equals(oneLine(message, LONGEST_CAUSE));
    Throwable cause = failure.getCause();
    Throwable safeCause = cause == null ? null : cause(cause);
    if ((isSafe && safeCause == cause) || !(failure instanceof IOException)) {
      return failure;
    }
    IOException safe = new IOException(describe(failure), safeCause);
    safe.setStackTrace(failure.getStackTrace());
    return safe;
  }

  /**
   * A failure in a sentence.
   *
   * @param failure any
   * @return its simple class name and, after a colon, its message on one line
   */
  public static String describe(Throwable failure) {
    @Nullable String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : name + ": " + oneLine(message, LONGEST_CAUSE);
  }
}
