package io.github.extendclient.internal.access;

import java.time.Duration;

/**
 * What is known of a call when it fails.
 *
 * @param method the HTTP method
 * @param path the path template, such as {@code /parse_runs/{id}}; never the ID itself
 * @param attempts how many requests this call made, at least 0
 * @param elapsed from the start of the call to its failure, waits included
 * @param mayHaveBeenAccepted whether any of the attempts may have taken effect
 */
public record FailedCall(
    String method, String path, int attempts, Duration elapsed, boolean mayHaveBeenAccepted) {}
