/** Not API: clocks, waits and deadlines. */
@NullMarked
package io.github.extendclient.internal.time;

import org.jspecify.annotations.NullMarked;
