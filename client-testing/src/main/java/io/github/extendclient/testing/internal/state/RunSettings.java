package io.github.extendclient.testing.internal.state;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What all runs have in common.
 *
 * @param times of a run that does not wait for others
 * @param credits that a run uses if it succeeds
 * @param filesPerMinute how many runs begin in a minute, {@code null} for any number
 * @param visibilityDelay how long a new resource is not yet shown by lists
 */
public record RunSettings(
    RunTimes times, long credits, @Nullable Integer filesPerMinute, Duration visibilityDelay) {}
