package io.github.extendclient.examples;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints a line for each step: its name, its requests and its time. */
final class Steps implements AttemptListener {
  private static final String LINE = "%2d  %-26s %-48s %6d ms";
  private static final String INDENT = " ".repeat(6);

  /** The width of a line, so that the terminal does not break IDs. */
  private static final int COLUMNS = 100;

  private static final int WIDTH = COLUMNS - INDENT.length();

  private final PrintStream out;
  private final List<AttemptEvent> attempts = new ArrayList<>();
  private int number;

  Steps(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void attemptEnded(AttemptEvent event) {
    attempts.add(event);
  }

  /** Runs one step and prints its line. */
  <T> T step(String title, Supplier<T> action, Function<T, String> result) {
    takeAttempts();
    long start = System.nanoTime();
    T value = action.get();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    print(String.format(LINE, ++number, title, wire(takeAttempts()), millis), result.apply(value));
    return value;
  }

  /** Prints the result at the end of the line, or below it if it does not fit. */
  private void print(String line, String result) {
    String whole = line + "  " + result;
    if (whole.length() <= COLUMNS) {
      out.println(whole);
    } else {
      out.println(line);
      detail(result);
    }
  }

  void detail(String text) {
    text.lines().map(String::stripTrailing).forEach(this::printWrapped);
  }

  /** Breaks a long line between words, and keeps its indent. */
  private void printWrapped(String line) {
    String rest = line;
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
      int end = rest.lastIndexOf(' ', WIDTH);
      out.println(INDENT + rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    out.println((INDENT + rest).stripTrailing());
  }

  private synchronized List<AttemptEvent> takeAttempts() {
    List<AttemptEvent> taken = List.copyOf(attempts);
    attempts.clear();
    return taken;
  }

  /**
   * Returns each operation once, with the outcomes of its attempts; equal outcomes in a row are
   * counted.
   */
  private static String wire(List<AttemptEvent> attempts) {
    if (attempts.isEmpty()) {
      return "nothing sent";
    }
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    for (AttemptEvent attempt : attempts) {
      Integer status = attempt.status();
      outcomes
          .computeIfAbsent(
              attempt.method() + " " + attempt.path().replace("{id}", "…"), k -> new ArrayList<>())
          .add(status == null ? "no response" : status.toString());
    }
    return String.join(
        ", ", outcomes.entrySet().stream().map(e -> e.getKey() + counted(e.getValue())).toList());
  }

  private static String counted(List<String> outcomes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < outcomes.size(); ) {
      int start = i;
      while (i < outcomes.size() && outcomes.get(i).equals(outcomes.get(start))) {
        i++;
      }
      text.append(' ').append(outcomes.get(start)).append(i - start > 1 ? "×" + (i - start) : "");
    }
    return text.toString();
  }
}
