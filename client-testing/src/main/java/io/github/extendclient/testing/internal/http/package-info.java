/**
 * Reads HTTP/1.1 requests without holding their bodies in memory and hands them to MockWebServer.
 * Not part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.http;

import org.jspecify.annotations.NullMarked;
