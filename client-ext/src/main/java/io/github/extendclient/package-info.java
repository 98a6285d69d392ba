/**
 * A client for the Extend document-processing API: start at {@link
 * io.github.extendclient.ExtendClient}.
 */
@NullMarked
package io.github.extendclient;

import org.jspecify.annotations.NullMarked;
