package io.github.extendclient.internal.access;

import java.time.Duration;

/**
 * The facts of a failed call.
 *
 * @param method the HTTP method
 * @param path the path template, such as {@code /parse_runs/{id}}; never the ID itself
 * @param attempts the number of requests that the call made, possibly 0
 * @param elapsed the time from the start of the call to its failure, including waits
 * @param mayHaveBeenAccepted whether any attempt may have taken effect
 */
public record FailedCall(
    String method, String path, int attempts, Duration elapsed, boolean mayHaveBeenAccepted) {}
