package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.ParseRunSummary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Parses each document with one run, however often the engine repeats the step. The document is
 * uploaded under a unique name. Before a create that may have been sent before, the list of runs is
 * searched for that name.
 *
 * <p>Holds no thread while it waits. Thread-safe.
 */
final class ParseOnce {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int MAX_CREATES = 3;
  private static final int TAG_BYTES = 8;

  private final ExtendClient extend;
  private final String batch;
  private final Duration gracePeriod;
  private final Optional<Instant> lookUntil;
  private final Poller poller = Poller.upTo(Duration.ofHours(1));

  private ParseOnce(
      ExtendClient extend, String batch, Duration gracePeriod, Optional<Instant> lookUntil) {
    this.extend = extend;
    this.batch = batch;
    this.gracePeriod = gracePeriod;
    this.lookUntil = lookUntil;
  }

  /**
   * Returns the step of a first attempt, before which nothing was sent.
   *
   * @param batch a name, the same for all attempts; another one parses the documents again
   * @param gracePeriod how long a run may take to appear in the list of runs
   */
  static ParseOnce first(ExtendClient extend, String batch, Duration gracePeriod) {
    return new ParseOnce(extend, batch, gracePeriod, Optional.empty());
  }

  /**
   * Returns the step of a repeated attempt. The grace period begins now: until it ends, runs of
   * earlier attempts may still appear in the list of runs.
   */
  static ParseOnce repeated(ExtendClient extend, String batch, Duration gracePeriod) {
    return new ParseOnce(extend, batch, gracePeriod, Optional.of(Instant.now().plus(gracePeriod)));
  }

  /**
   * Parses a document.
   *
   * @param name the path or name of the file, with its extension
   * @return the run in a terminal state; fails if the document is refused, or if it is not known
   *     whether a run was created
   */
  CompletableFuture<ParseRun> parse(String name, byte[] content) {
    String tag = tag(name, content);
    CompletableFuture<Optional<String>> earlier =
        lookUntil.isEmpty()
            ? CompletableFuture.completedFuture(Optional.empty())
            : find(tag, lookUntil.get());
    return earlier
        .thenCompose(
            id ->
                id.map(CompletableFuture::completedFuture)
                    .orElseGet(() -> create(tag, name, content)))
        .thenCompose(id -> extend.parseRuns().pollAsync(id, poller));
  }

  private CompletableFuture<String> create(String tag, String name, byte[] content) {
    return extend
        .files()
        .uploadAsync(Upload.of(tag + "-" + lastPartOf(name), content))
        .thenCompose(file -> create(tag, file.getId(), 1));
  }

  /** Searches for the run of a create without a response, and sends again only if there is none. */
  private CompletableFuture<String> create(String tag, String fileId, int creates) {
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(fileId).build()).build();
    return extend
        .parseRuns()
        .createAsync(request)
        .thenApply(ParseRun::getId)
        .exceptionallyCompose(
            failure -> {
              if (!mayHaveBeenAccepted(failure) || creates == MAX_CREATES) {
                return CompletableFuture.failedFuture(failure);
              }
              return find(tag, Instant.now().plus(gracePeriod))
                  .thenCompose(
                      id ->
                          id.map(CompletableFuture::completedFuture)
                              .orElseGet(() -> create(tag, fileId, creates + 1)));
            });
  }

  /** Searches the list at least once, and repeats it until the run appears or the time is over. */
  private CompletableFuture<Optional<String>> find(String tag, Instant until) {
    ParseRunsApi.ListParams byName =
        ParseRunsApi.ListParams.builder().fileNameContains(tag).build();
    boolean isLast = !Instant.now().isBefore(until);
    return extend
        .parseRuns()
        .listAsync(byName)
        .thenCompose(
            page -> {
              Optional<String> found =
                  page.getData().stream()
                      .filter(run -> isOf(run, tag))
                      .map(ParseRunSummary::getId)
                      .findFirst();
              return found.isPresent() || isLast
                  ? CompletableFuture.completedFuture(found)
                  : CompletableFuture.supplyAsync(() -> tag, later())
                      .thenCompose(again -> find(again, until));
            });
  }

  private static boolean isOf(ParseRunSummary run, String tag) {
    return run.getFile() != null
        && run.getFile().getName() != null
        && run.getFile().getName().startsWith(tag);
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean mayHaveBeenAccepted(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ExtendException e && e.mayHaveBeenAccepted();
  }

  /** Returns the same tag for the same document of the same batch, on any machine. */
  private String tag(String name, byte[] content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((batch + '\n' + name + '\n').getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(content), 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256.", e);
    }
  }

  private static String lastPartOf(String name) {
    return name.replaceAll(".*[/\\\\]", "");
  }
}
