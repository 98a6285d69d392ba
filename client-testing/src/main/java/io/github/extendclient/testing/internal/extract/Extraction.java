package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.json.JsonObject;

/**
 * The result of an extraction.
 *
 * @param value in the shape of the schema
 * @param metadata by the path of a field in {@code value}, such as {@code line_items[0].amount}
 * @param pageCount of all files together
 */
public record Extraction(JsonObject value, JsonObject metadata, long pageCount) {}
