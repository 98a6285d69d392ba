/**
 * JSON as plain maps, lists and values. Not part of the public interface: may change in any
 * version.
 */
@NullMarked
package io.github.extendclient.testing.internal.json;

import org.jspecify.annotations.NullMarked;
