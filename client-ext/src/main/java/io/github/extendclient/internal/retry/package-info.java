/** Not API: whether and when a failed attempt is retried. */
@NullMarked
package io.github.extendclient.internal.retry;

import org.jspecify.annotations.NullMarked;
