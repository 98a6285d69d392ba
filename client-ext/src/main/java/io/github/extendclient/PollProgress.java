package io.github.extendclient;

import java.time.Duration;

/**
 * A run that is still pending, as {@link Poller.Builder#onProgress} is told of it after each read.
 *
 * @param runId the run
 * @param reads how many reads there were, from 1 up
 * @param elapsed the time since the poll began
 * @param nextIn the wait until the next read
 * @param answer what was read, such as a {@code ParseRun}
 */
public record PollProgress(
    String runId, int reads, Duration elapsed, Duration nextIn, Object answer) {}
