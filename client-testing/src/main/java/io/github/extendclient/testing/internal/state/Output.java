package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;

/**
 * The result of a processor run.
 *
 * @param value as 2026-02-09 shows it
 * @param pageCount of all its files together
 */
public record Output(JsonObject value, long pageCount) {}
