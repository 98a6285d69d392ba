/**
 * Fills a JSON Schema from a document by matching labels. Not part of the public interface: may
 * change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.extract;

import org.jspecify.annotations.NullMarked;
