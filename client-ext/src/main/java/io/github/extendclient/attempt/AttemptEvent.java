package io.github.extendclient.attempt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The end of one attempt.
 *
 * @param operationId the operation in the specification, such as {@code parseRuns_create}
 * @param method the HTTP method
 * @param path the path template, such as {@code /parse_runs/{id}}
 * @param attempt the number of the attempt within its call, from 1
 * @param status the HTTP status; null if no response came
 * @param failure why no response came; null if one did
 * @param elapsed how long this attempt took
 * @param nextIn how long the call now waits before its next attempt; null if there is none
 */
public record AttemptEvent(
    String operationId,
    String method,
    String path,
    int attempt,
    @Nullable Integer status,
    @Nullable Exception failure,
    Duration elapsed,
    @Nullable Duration nextIn) {}
