/**
 * Reads documents into pages, lines and blocks with positions. Not part of the public interface:
 * may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.document;

import org.jspecify.annotations.NullMarked;
