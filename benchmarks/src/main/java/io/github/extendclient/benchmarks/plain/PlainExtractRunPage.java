package io.github.extendclient.benchmarks.plain;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the list of extract runs with plain fields. */
@Json
public final class PlainExtractRunPage {
  public @Nullable String object;
  public @Nullable List<PlainExtractRun> data;
  public @Nullable String nextPageToken;
}
