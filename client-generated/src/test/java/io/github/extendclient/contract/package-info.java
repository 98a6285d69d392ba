/** Builds requests from the generated interfaces without a network. */
@NullMarked
package io.github.extendclient.contract;

import org.jspecify.annotations.NullMarked;
