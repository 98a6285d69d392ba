package io.github.extendclient.generator;

import org.jspecify.annotations.Nullable;

/**
 * The view of {@code model.mustache}, which selects a template by the one that is not null.
 *
 * @param object a class with properties
 * @param enumeration a class of values
 * @param union an interface over classes
 */
record ModelView(
    @Nullable ObjectView object, @Nullable EnumView enumeration, @Nullable UnionView union) {}
