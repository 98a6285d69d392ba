package io.github.extendclient.cli.listing;

import io.github.extendclient.cli.shell.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose entries of listings. */
public final class Filter {
  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description =
          "parse-runs, extract-runs, classify-runs, split-runs, edit-runs, workflow-runs, files,"
              + " or all; several with commas between.")
  private List<String> kinds = List.of();

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = AgeConverter.class,
      description = "Only what is older: 12h, 90d, 52w.")
  private @Nullable Duration olderThan;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only runs with this status, such as PROCESSED or FAILED.")
  private @Nullable String status;

  @Option(
      names = "--file-name",
      paramLabel = "TEXT",
      description = "Only files whose name contains this, in upper or lower case, and their runs.")
  private @Nullable String fileName;

  @Option(names = "--batch", paramLabel = "ID", description = "Only runs of this batch.")
  private @Nullable String batch;

  /** Sets the filter of the demo, unless an option was given. */
  public void useDemoDefaults() {
    if (!isUsed()) {
      kinds = List.of("all");
      olderThan = Duration.ofDays(90);
    }
  }

  /**
   * Sets the kinds if the options name none: those of {@code fitting} that have the status and the
   * batches that the other options name. Refuses kinds that are not in {@code fitting}.
   */
  public void useKinds(Set<Kind> fitting) {
    if (kinds.isEmpty()) {
      List<String> filterable =
          fitting.stream().filter(this::canFilter).map(Kind::toString).toList();
      // If no kind has this status or batches, the check below says so.
      kinds = filterable.isEmpty() ? fitting.stream().map(Kind::toString).toList() : filterable;
    }
    for (Kind kind : kinds()) {
      if (!fitting.contains(kind)) {
        throw wrong(
            "--kind "
                + kind
                + " does not fit this command: give "
                + fitting.stream().map(Kind::toString).collect(Collectors.joining(", "))
                + ".");
      }
    }
  }

  /** {@return whether any of these options was given} */
  public boolean isUsed() {
    return !kinds.isEmpty()
        || olderThan != null
        || status != null
        || fileName != null
        || batch != null;
  }

  /**
   * Returns the kinds to list, runs before the files that they read.
   *
   * @throws CommandFailure if there is no such kind, or another option does not fit: if it were
   *     ignored, too much would be listed or deleted
   */
  public Set<Kind> kinds() {
    Set<Kind> chosen = EnumSet.noneOf(Kind.class);
    kinds.forEach(name -> chosen.addAll(Kind.named(name)));
    if (chosen.isEmpty()) {
      throw wrong("--kind is missing: say what to list, such as --kind parse-runs,files.");
    }
    chosen.forEach(this::check);
    return chosen;
  }

  /** Returns the parameters by which the server filters a kind. */
  Map<String, String> parameters(Kind kind, long pageSize) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("maxPageSize", Long.toString(pageSize));
    if (status != null) {
      parameters.put("status", status);
    }
    if (batch != null) {
      parameters.put("batchId", batch);
    }
    if (fileName != null) {
      parameters.put(kind == Kind.FILES ? "nameContains" : "fileNameContains", fileName);
    }
    return parameters;
  }

  /**
   * Returns whether the options choose an item. The server filters too, but a filter that it
   * ignores must not delete a document.
   */
  boolean accepts(Item item, Instant now) {
    return (status == null || status.equals(item.status()))
        && (fileName == null || item.fileNames().stream().anyMatch(this::hasText))
        && (batch == null || item.batch() == null || batch.equals(item.batch()))
        && (olderThan == null || item.createdAt().isBefore(cutoff(now, olderThan)));
  }

  private boolean hasText(String name) {
    return fileName != null
        && name.toLowerCase(Locale.ROOT).contains(fileName.toLowerCase(Locale.ROOT));
  }

  private static OffsetDateTime cutoff(Instant now, Duration age) {
    return now.minus(age).atOffset(ZoneOffset.UTC);
  }

  private boolean canFilter(Kind kind) {
    return (status == null || kind.statuses().contains(status))
        && (batch == null || kind.hasBatches());
  }

  private void check(Kind kind) {
    if (status != null && !kind.statuses().contains(status)) {
      throw wrong(
          kind.statuses().isEmpty()
              ? "--status does not fit --kind " + kind + ", which have none."
              : "--status " + status + " does not fit --kind " + kind + ": " + oneOf(kind) + ".");
    }
    if (batch != null && !kind.hasBatches()) {
      throw wrong("--batch does not fit --kind " + kind + ", which cannot be listed by batch.");
    }
  }

  private static String oneOf(Kind kind) {
    return "give one of " + String.join(", ", kind.statuses());
  }

  private static CommandFailure wrong(String message) {
    return CommandFailure.usage(message);
  }
}
