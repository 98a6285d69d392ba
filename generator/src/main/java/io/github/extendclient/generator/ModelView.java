package io.github.extendclient.generator;

import org.jspecify.annotations.Nullable;

/**
 * What {@code model.mustache} chooses a template by: one of the three is there.
 *
 * @param object a class with properties
 * @param enumeration a class of values
 * @param union an interface over classes
 */
record ModelView(
    @Nullable ObjectView object, @Nullable EnumView enumeration, @Nullable UnionView union) {}
