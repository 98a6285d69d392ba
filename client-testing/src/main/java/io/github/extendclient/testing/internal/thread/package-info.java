/** The threads of a server. Not part of the public interface: may change in any version. */
@NullMarked
package io.github.extendclient.testing.internal.thread;

import org.jspecify.annotations.NullMarked;
