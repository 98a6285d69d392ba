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
 * @param status the HTTP status; null if no response was received
 * @param failure why no response was received; null if one was
 * @param elapsed the duration of this attempt
 * @param nextIn the wait before the next attempt of the call; null if there is none
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
