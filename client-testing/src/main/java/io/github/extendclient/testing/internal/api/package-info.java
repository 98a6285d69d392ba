/**
 * The operations of both API versions: routes, checks, the shapes of responses and of errors. Not
 * part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.api;

import org.jspecify.annotations.NullMarked;
