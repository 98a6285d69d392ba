/**
 * The unchecked exceptions of the client; all extend {@link
 * io.github.extendclient.error.ExtendException}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.error;

import org.jspecify.annotations.NullMarked;
