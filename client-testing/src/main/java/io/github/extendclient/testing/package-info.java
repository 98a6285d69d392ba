/**
 * An embedded, stateful simulation of the Extend API for tests and offline use: {@link
 * io.github.extendclient.testing.ExtendServer} serves the operations of both API versions over the
 * same state on a loopback port, {@link io.github.extendclient.testing.Faults} breaks them on
 * demand, and {@link io.github.extendclient.testing.TestClock} moves the runs.
 */
@NullMarked
package io.github.extendclient.testing;

import org.jspecify.annotations.NullMarked;
