package io.github.extendclient.testing.internal.extract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an extraction found.
 *
 * @param value in the shape of the schema
 * @param metadata by the path of a field in {@code value}, such as {@code line_items[0].amount}
 * @param pageCount of all files together
 */
public record Extraction(
    Map<String, @Nullable Object> value, Map<String, @Nullable Object> metadata, long pageCount) {}
