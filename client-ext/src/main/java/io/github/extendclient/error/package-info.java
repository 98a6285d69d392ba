/**
 * What goes wrong, as one tree of unchecked exceptions under {@link
 * io.github.extendclient.error.ExtendException}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.error;

import org.jspecify.annotations.NullMarked;
