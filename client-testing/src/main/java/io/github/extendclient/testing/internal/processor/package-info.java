/**
 * Extractors, classifiers, splitters, their runs, and the older view of them. Not part of the
 * public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.processor;

import org.jspecify.annotations.NullMarked;
