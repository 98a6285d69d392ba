/**
 * Takes requests to the operations of all resources. Not part of the public interface: may change
 * in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal;

import org.jspecify.annotations.NullMarked;
