package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;

/**
 * What a processor run made.
 *
 * @param value as 2026-02-09 shows it
 * @param pageCount of all its files together
 */
public record Output(JsonObject value, long pageCount) {}
