/**
 * Not API: the way from the internal packages to the constructors of package {@code error}, which
 * are not public. Names no type of that package, so that no cycle is made.
 */
@NullMarked
package io.github.extendclient.internal.access;

import org.jspecify.annotations.NullMarked;
