/**
 * What the server remembers: files, runs, the IDs it gave out. Not part of the public interface:
 * may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.state;

import org.jspecify.annotations.NullMarked;
