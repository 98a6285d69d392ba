/** Not API: waits for runs to end. */
@NullMarked
package io.github.extendclient.internal.poll;

import org.jspecify.annotations.NullMarked;
