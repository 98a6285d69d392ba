/**
 * Classifying, splitting and filling in forms, each in a modest way that tells what it did. Not
 * part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.engine;

import org.jspecify.annotations.NullMarked;
