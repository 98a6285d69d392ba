package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of bulk processing.
 *
 * @param request the properties of the create request except the file
 * @param reader converts a run to the user's type
 * @param journal null for no journal
 * @param results null if only the callback receives results
 * @param onResult receives results
 * @param retries the additional runs for a document whose run failed
 * @param retryReasons the failure reasons to retry
 * @param maxCredits the credits after which no run is created; infinite for no limit
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
    @Nullable BigDecimal maxCredits,
    int maxConsecutiveFailures,
    @Nullable BulkStore store,
    boolean deletes,
    boolean dryRun,
    Timeline timeline,
    ChannelOpener files) {
  /**
   * Returns a hash of the kind of run and all settings that affect its results. A journal is valid
   * for one fingerprint.
   */
  String fingerprint() {
    return DocumentKeys.fingerprint(client.kind() + Json.object(request).json());
  }
}
