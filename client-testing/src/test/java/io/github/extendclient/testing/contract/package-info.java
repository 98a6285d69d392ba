/** An independent judge of what passes between a client and the embedded server. */
@NullMarked
package io.github.extendclient.testing.contract;

import org.jspecify.annotations.NullMarked;
