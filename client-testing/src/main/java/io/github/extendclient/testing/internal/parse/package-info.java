/**
 * Parse runs: their operations, options and output. Not part of the public interface: may change in
 * any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.parse;

import org.jspecify.annotations.NullMarked;
