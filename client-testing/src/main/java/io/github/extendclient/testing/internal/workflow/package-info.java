/**
 * Workflows, their steps and their runs. Not part of the public interface: may change in any
 * version.
 */
@NullMarked
package io.github.extendclient.testing.internal.workflow;

import org.jspecify.annotations.NullMarked;
