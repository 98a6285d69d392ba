/**
 * Not API: gives the internal packages access to the package-private constructors of package {@code
 * error}. Does not refer to types of that package, to avoid a cycle.
 */
@NullMarked
package io.github.extendclient.internal.access;

import org.jspecify.annotations.NullMarked;
