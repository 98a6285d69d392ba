/**
 * A server of HTTP/1.1 on the loopback address that does not hold the bodies of requests in memory.
 * Not part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.http;

import org.jspecify.annotations.NullMarked;
