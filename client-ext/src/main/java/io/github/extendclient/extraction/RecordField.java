package io.github.extendclient.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record in a schema.
 *
 * @param name the name in Java
 * @param key the key in JSON
 * @param threshold the component's own threshold, or null
 */
record RecordField(
    String name,
    String key,
    @Nullable String description,
    @Nullable ReviewThreshold threshold,
    Shape shape) {}
