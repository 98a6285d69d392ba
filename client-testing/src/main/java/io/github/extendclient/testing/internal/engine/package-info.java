/**
 * Classifies, splits, converts and merges documents, and compares outputs with expected ones, by
 * simple rules in place of models. Not part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.engine;

import org.jspecify.annotations.NullMarked;
