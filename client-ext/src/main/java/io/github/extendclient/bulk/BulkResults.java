package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * Where results are written: to one file of JSON lines, or to one file per document. Each result is
 * written exactly once, also after a crash and restart: an incomplete last line is cut off, and an
 * existing result is not written again.
 */
public final class BulkResults {
  private final Opener opener;

  /** Opens the destination when processing starts. */
  @FunctionalInterface
  private interface Opener {
    ResultSink open(ChannelOpener files) throws IOException;
  }

  private BulkResults(Opener opener) {
    this.opener = opener;
  }

  /**
   * Writes one line of JSON per document: {@code key}, {@code runId}, {@code status}, and {@code
   * run} with the run as the API sent it.
   *
   * @param file created if absent, else continued
   * @return never null
   */
  public static BulkResults jsonLines(Path file) {
    return new BulkResults(files -> JsonLinesSink.open(file, files));
  }

  /**
   * Writes the run of each document to a file named after its key, with {@code .json} appended. If
   * the content of a document changes, its new result replaces the file.
   *
   * @param folder created if absent
   * @return never null
   */
  public static BulkResults jsonFiles(Path folder) {
    return files(folder, ".json", result -> result.json().json());
  }

  /**
   * Writes the text of each parsed document to a file named after its key, with {@code .md}
   * appended. For a run that did not succeed, writes its JSON instead, with {@code .failed.json}
   * appended.
   *
   * @param folder created if absent
   * @return a destination for parse runs
   */
  public static BulkResults markdownFiles(Path folder) {
    return files(folder, ".md", ChunkText::of);
  }

  /**
   * Writes a text for each document to a file named after its key, with an ending appended. For a
   * run that did not succeed, writes its JSON instead, with {@code .failed.json} appended.
   *
   * <p>Where a key has characters that a file name should not have, the name has {@code _} in their
   * place and a hash of the key at the end.
   *
   * @param folder created if absent
   * @param ending such as {@code .csv}; with {@code .json}, a run that did not succeed is written
   *     like the others
   * @param text returns the content of a file, written as UTF-8; called by several threads at once
   * @return never null
   */
  public static BulkResults files(
      Path folder, String ending, Function<? super BulkResult<?>, String> text) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(text, "text");
    return new BulkResults(files -> new FilesSink(folder, ending, text));
  }

  ResultSink open(ChannelOpener files) throws IOException {
    return opener.open(files);
  }
}
