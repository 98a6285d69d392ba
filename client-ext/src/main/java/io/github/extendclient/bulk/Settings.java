package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.runtime.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How documents are processed.
 *
 * @param request the properties of a create beside the file
 * @param reader reads a run as what the user wants
 * @param journal null if nothing is written down
 * @param results null if results go to the callback only
 * @param onResult takes results
 * @param retries how often a run that failed is followed by another
 * @param retryReasons the reasons for that
 * @param maxCredits the credits after which nothing is submitted; infinite for no limit
 * @param store null if no result is reused
 * @param files opens journal and results
 */
record Settings<T>(
    RunClient client,
    Map<String, JsonValue> request,
    Function<JsonValue, T> reader,
    @Nullable Path journal,
    @Nullable BulkResults results,
    Consumer<? super BulkResult<T>> onResult,
    Consumer<? super BulkProgress> onProgress,
    int concurrency,
    int uploads,
    Duration gracePeriod,
    int retries,
    Set<String> retryReasons,
    double maxCredits,
    int maxFailuresInARow,
    @Nullable BulkStore store,
    boolean deletes,
    boolean dryRun,
    Timeline timeline,
    ChannelOpener files) {
  /** What a journal is good for: the kind of run and all that its results depend on. */
  String fingerprint() {
    return Keys.fingerprint(client.kind() + Json.object(request).json());
  }
}
