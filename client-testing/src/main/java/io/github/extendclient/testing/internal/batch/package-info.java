/** Batches of runs. Not part of the public interface: may change in any version. */
@NullMarked
package io.github.extendclient.testing.internal.batch;

import org.jspecify.annotations.NullMarked;
