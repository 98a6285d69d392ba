package io.github.extendclient;

import java.time.Duration;

/**
 * A pending run, passed to {@link Poller.Builder#onProgress} after each read.
 *
 * @param runId the ID of the run
 * @param reads the number of reads so far, from 1
 * @param elapsed the time since the poll started
 * @param nextIn the wait until the next read
 * @param run the run, such as a {@code ParseRun}
 */
public record PollProgress(
    String runId, int reads, Duration elapsed, Duration nextIn, Object run) {}
