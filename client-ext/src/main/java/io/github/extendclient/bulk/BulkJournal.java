package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.GroupCommit;
import io.github.extendclient.internal.journal.JournalFile;
import io.github.extendclient.internal.journal.JournalFormat;
import io.github.extendclient.internal.journal.JournalLine;
import io.github.extendclient.internal.journal.KeySet;
import io.github.extendclient.internal.time.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records the state of each document, from earlier processes and this one. The engine's loop opens
 * and reads it. Workers add lines, which are on disk when the method returns.
 */
final class BulkJournal implements Closeable {
  static final JournalFormat FORMAT =
      new JournalFormat(
          "extend-bulk-journal 1",
          "journal of bulk processing",
          "bulk processing",
          "the steps that they tell of count as not done");

  /** The key of the line with the fingerprint of the settings. */
  private static final String SETTINGS = "#settings";

  private static final Pattern CREDITS = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private final Timeline timeline;
  private final KeySet done;
  private final boolean cleans;
  private final Map<String, Task> unfinished = new LinkedHashMap<>();
  private @Nullable JournalFile file;
  private @Nullable GroupCommit<JournalLine> commits;
  private String settings = "";
  private BigDecimal credits = BigDecimal.ZERO;

  private BulkJournal(Timeline timeline, KeySet done, boolean cleans) {
    this.timeline = timeline;
    this.done = done;
    this.cleans = cleans;
  }

  /** Returns a journal that keeps its state until it is closed. */
  static BulkJournal inMemory(Timeline timeline) throws IOException {
    return new BulkJournal(
        timeline, new KeySet(Path.of(System.getProperty("java.io.tmpdir")), 0), false);
  }

  /**
   * Opens the journal of the settings: for a dry run, only to read it.
   *
   * @throws IllegalArgumentException if the journal was written with other settings
   */
  static BulkJournal open(Path path, Settings<?> settings) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    KeySet done = new KeySet(folder, JournalFile.estimatedLines(path) / Step.values().length);
    BulkJournal journal = new BulkJournal(settings.timeline(), done, settings.deletes());
    try {
      if (settings.dryRun()) {
        JournalFile.read(path, FORMAT, journal::load);
      } else {
        JournalFile file = JournalFile.open(path, FORMAT, journal::load, settings.files());
        journal.file = file;
        journal.commits = new GroupCommit<>(file::append);
      }
      journal.requireSettings(path, settings.fingerprint());
      return journal;
    } catch (IOException | RuntimeException | Error e) {
      journal.close();
      throw e;
    }
  }

  /** Returns false if the document is done: processed by an earlier process, or a duplicate. */
  boolean begin(String identity) throws IOException {
    return done.add(identity);
  }

  /** Returns the unfinished task of an earlier process, once; null if there is none. */
  @Nullable Task resume(String identity) {
    return unfinished.remove(identity);
  }

  /** Returns the unfinished tasks of earlier processes that were not resumed yet. */
  Map<String, Task> unfinished() {
    return unfinished;
  }

  /** Returns the credits of all recorded runs. */
  BigDecimal credits() {
    return credits;
  }

  void write(Task task, Step step, String detail) throws IOException {
    if (commits != null) {
      commits.write(
          new JournalLine(
              task.identity,
              step.word(),
              timeline.now().truncatedTo(ChronoUnit.MILLIS),
              detail.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")));
    }
    task.step = step;
  }

  @Override
  public void close() throws IOException {
    try (done) {
      if (file != null) {
        file.close();
      }
    }
  }

  private void requireSettings(Path path, String wanted) throws IOException {
    if (settings.isEmpty()) {
      write(new Task(SETTINGS, null), Step.WAITING, wanted);
    } else if (!settings.equals(wanted)) {
      throw new IllegalArgumentException(
          "The journal "
              + path
              + " was written with other settings or another kind of run: its documents would count"
              + " as processed. Name another journal, or go back to those settings.");
    }
  }

  /** Returns the credits that a line tells of; null if it is damaged. */
  private static @Nullable BigDecimal creditsIn(Step step, String[] detail) {
    String text =
        switch (step) {
          case WRITTEN -> detail[0];
          case RETRY -> detail.length > 1 ? detail[1] : "";
          default -> "0";
        };
    return CREDITS.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  private boolean load(JournalLine line) throws IOException {
    if (line.key().equals(SETTINGS)) {
      settings = line.detail();
      return true;
    }
    Step step = Step.ofWord(line.word());
    if (step == null) {
      return false;
    }
    String[] detail = line.detail().split(" ", 2);
    BigDecimal used = creditsIn(step, detail);
    if (used == null || (step.hasDetail() && detail[0].isEmpty())) {
      return false;
    }
    credits = credits.add(used);
    Task task = unfinished.computeIfAbsent(line.key(), key -> new Task(key, null));
    task.restore(step, detail, line.time());
    if (step == Step.FAILED) {
      unfinished.remove(line.key());
    } else if (step == Step.CLEANED || (step == Step.WRITTEN && !cleans)) {
      unfinished.remove(line.key());
      done.add(line.key());
    }
    return true;
  }
}
