package io.github.extendclient.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record in a schema.
 *
 * @param name in Java
 * @param key in JSON
 * @param threshold of the component itself, or null
 */
record RecordField(
    String name,
    String key,
    @Nullable String description,
    @Nullable Threshold threshold,
    Shape shape) {}
