/** Rate limits shared by several processes. */
@NullMarked
package io.github.extendclient.pacing;

import org.jspecify.annotations.NullMarked;
