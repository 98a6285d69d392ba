package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An extract, classify or split run.
 *
 * @param key the part of its ID that follows {@code exr_}, {@code clr_}, {@code splr_} or {@code
 *     dpr_}
 * @param files what is read, in order
 * @param isPackage true if the request named a package, not one file
 * @param config in the spelling of 2026-02-09
 * @param processor {@code null} if the request had a configuration instead
 * @param version of the processor, {@code null} if there is none
 * @param metadata as given, {@code null} if none was
 * @param review what a person corrected the output to, if anyone did
 */
public record ProcessorRun(
    ProcessorKind kind,
    String key,
    List<StoredFile> files,
    boolean isPackage,
    JsonObject config,
    @Nullable Processor processor,
    @Nullable Version version,
    @Nullable Object metadata,
    RunOrigin origin,
    Progress<Output> progress,
    AtomicReference<@Nullable JsonObject> review) {

  /** The ID in 2026-02-09. */
  public String id() {
    return kind.runPrefix() + key;
  }
}
