package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where results go: to one file of JSON lines, or to one file for each document. After any end and
 * restart, each result is there exactly once: a line that was torn is cut off, and a result that is
 * there is not written again.
 */
public final class BulkResults {
  private final Opener opener;

  /** Opens the place when processing begins. */
  @FunctionalInterface
  private interface Opener {
    ResultSink open(ChannelOpener files) throws IOException;
  }

  private BulkResults(Opener opener) {
    this.opener = opener;
  }

  /**
   * One line of JSON for each document: {@code key}, {@code runId}, {@code status}, and {@code run}
   * with the run as the API sent it.
   *
   * @param file is made if it does not exist, and continued if it does
   * @return never null
   */
  public static BulkResults jsonLines(Path file) {
    return new BulkResults(files -> JsonLinesSink.open(file, files));
  }

  /**
   * A file with the run for each document, named after its key with {@code .json} added. A document
   * whose content changed replaces the file of its predecessor.
   *
   * @param folder is made if it does not exist
   * @return never null
   */
  public static BulkResults jsonFiles(Path folder) {
    return new BulkResults(files -> new FilesSink(folder, ".json", result -> result.json().json()));
  }

  /**
   * A file with the text for each parsed document, named after its key with {@code .md} added. A
   * run that did not end well gives a file with its JSON instead, with {@code .failed.json} added.
   *
   * @param folder is made if it does not exist
   * @return for parse runs
   */
  public static BulkResults markdownFiles(Path folder) {
    Function<BulkResult<?>, String> text = ChunkText::of;
    return new BulkResults(files -> new FilesSink(folder, ".md", text));
  }

  ResultSink open(ChannelOpener files) throws IOException {
    return opener.open(files);
  }
}
