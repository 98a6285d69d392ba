/** Evaluation sets and their runs. Not part of the public interface: may change in any version. */
@NullMarked
package io.github.extendclient.testing.internal.evaluation;

import org.jspecify.annotations.NullMarked;
