package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a sweep goes.
 *
 * @param router knows the operations
 * @param journal null if nothing is to be written
 * @param concurrency how many requests may be under way
 * @param pace holds requests back; null if nothing does
 * @param listener is told of progress
 * @param maxFailuresInARow ends the sweep
 * @param dryRun sends and writes nothing
 * @param timeline the clock
 */
record SweepSettings(
    Router router,
    @Nullable Path journal,
    int concurrency,
    @Nullable DeletionPace pace,
    Consumer<? super DeletionProgress> listener,
    int maxFailuresInARow,
    boolean dryRun,
    Timeline timeline) {}
