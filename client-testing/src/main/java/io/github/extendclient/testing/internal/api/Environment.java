package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.DocumentThreads;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.PdfFile;
import io.github.extendclient.testing.internal.document.PdfPages;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.RunSettings;
import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.Table;
import io.github.extendclient.testing.internal.state.Throughput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services that all operations use. */
public record Environment(
    Store store,
    Clock clock,
    RunSettings runs,
    Throughput throughput,
    DocumentThreads documents,
    SignedUrls urls,
    Pages pages,
    Events events) {
  public Instant now() {
    return clock.instant();
  }

  /** The content with its number of pages, if it is a readable PDF. */
  public Content counted(Content content, @Nullable FileType type, @Nullable String password) {
    if (type != FileType.PDF || !content.isKept() || content.pageCount() != null) {
      return content;
    }
    try {
      byte[] pdf = content.bytes();
      int pages =
          documents.within(
              budget ->
                  PdfFile.use(
                      pdf, password, budget, document -> PdfPages.of(document, budget).size()));
      return content.withPageCount(pages);
    } catch (RunFailedException e) {
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the kept content of a file", e);
    }
  }

  /**
   * The resource with an ID.
   *
   * @throws ApiException with 404 if there is none
   */
  public <T> T require(Function<Store, Table<T>> table, String noun, String id) {
    return table.apply(store).find(id).orElseThrow(() -> ApiException.notFound(noun, id));
  }

  /**
   * Removes the resource with an ID.
   *
   * @throws ApiException with 404 if there is none
   */
  public <T> void remove(Function<Store, Table<T>> table, String noun, String id) {
    table.apply(store).remove(id).orElseThrow(() -> ApiException.notFound(noun, id));
  }

  /** The times of a run that is created now, including its wait for other runs. */
  public RunTimes times() {
    RunTimes usual = runs.times();
    return new RunTimes(usual.pending().plus(throughput.take(now())), usual.processing());
  }

  /** The credits of a run; only a successful run uses credits. */
  public @Nullable JsonObject usage(boolean succeeded) {
    return succeeded ? JsonObject.of("credits", runs.credits()) : null;
  }

  /** The key of a new resource. */
  public String newKey() {
    return store.ids().next();
  }
}
