package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.extract.Extraction;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extract run.
 *
 * @param key the part of its ID that follows {@code exr_} or {@code dpr_}
 * @param files what is read, in order
 * @param isPackage true if the request named a package, not one file
 * @param config as given
 * @param metadata as given, {@code null} if none was
 */
public record ExtractRun(
    String key,
    List<StoredFile> files,
    boolean isPackage,
    JsonObject config,
    @Nullable Object metadata,
    Progress<Extraction> progress) {}
