/** Not API: whether and when a failed attempt is followed by another. */
@NullMarked
package io.github.extendclient.internal.retry;

import org.jspecify.annotations.NullMarked;
