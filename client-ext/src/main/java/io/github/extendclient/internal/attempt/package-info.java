/** Not API: one attempt of a call, from its headers to the bounds of its response. */
@NullMarked
package io.github.extendclient.internal.attempt;

import org.jspecify.annotations.NullMarked;
