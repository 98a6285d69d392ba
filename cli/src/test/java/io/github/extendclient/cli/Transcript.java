package io.github.extendclient.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types and what the command says, as text:
 *
 * <pre>
 * $ extend parse note.txt --format markdown
 * &lt; a line of standard input
 * ^ TERM
 *   a line of standard output
 * ! a line of standard error
 * ? 0
 * </pre>
 *
 * <p>{@code ?} is the exit code. {@code ^} sends a signal when the command has said something. A
 * command can begin with {@code NAME=value} for its environment, and end with {@code | head -3}.
 */
record Transcript(List<Entry> entries) {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s']+|'[^']*')+");
  private static final Pattern HEAD = Pattern.compile("(.*) \\| head -(\\d+)");

  /** One command with its input. */
  record Entry(String line, List<String> input, String signal, String said) {
    /** The words after the name of the program. */
    List<String> arguments() {
      List<String> words = words();
      return words.subList(words.indexOf("extend") + 1, words.size());
    }

    Map<String, String> environment() {
      Map<String, String> environment = new TreeMap<>();
      List<String> words = words();
      for (String word : words.subList(0, words.indexOf("extend"))) {
        environment.put(word.replaceAll("=.*", ""), word.replaceAll("^[^=]*=", ""));
      }
      return environment;
    }

    int shownLines() {
      Matcher head = HEAD.matcher(line);
      return head.matches() ? Integer.parseInt(head.group(2)) : Integer.MAX_VALUE;
    }

    int exitCode() {
      return Integer.parseInt(said.replaceAll("(?s).*\\? ", "").strip());
    }

    /** Returns the same command with its present output. */
    Entry with(String out, String err, int exitCode) {
      StringBuilder text = new StringBuilder();
      out.lines()
          .limit(shownLines())
          .forEach(one -> text.append(("  " + one).stripTrailing() + "\n"));
      err.lines().forEach(one -> text.append(("! " + one).stripTrailing() + "\n"));
      text.append("? ").append(exitCode).append('\n');
      return new Entry(line, input, signal, text.toString());
    }

    private List<String> words() {
      Matcher head = HEAD.matcher(line);
      return WORD.matcher(head.matches() ? head.group(1) : line)
          .results()
          .map(word -> word.group().replace("'", ""))
          .toList();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("$ " + line + "\n");
      input.forEach(one -> text.append("< ").append(one).append('\n'));
      if (!signal.isEmpty()) {
        text.append("^ ").append(signal).append('\n');
      }
      return text.append(said).toString();
    }
  }

  static Transcript parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String block : text.split("(?m)^(?=\\$ )")) {
      if (!block.isBlank()) {
        entries.add(entry(block.strip().lines().toList()));
      }
    }
    return new Transcript(entries);
  }

  private static Entry entry(List<String> lines) {
    List<String> input = new ArrayList<>();
    String signal = "";
    StringBuilder said = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("< ")) {
        input.add(line.substring(2));
      } else if (line.startsWith("^ ")) {
        signal = line.substring(2);
      } else {
        said.append(line).append('\n');
      }
    }
    return new Entry(lines.get(0).substring(2), input, signal, said.toString());
  }

  @Override
  public String toString() {
    return String.join("\n", entries.stream().map(Entry::toString).toList());
  }
}
