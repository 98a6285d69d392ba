/** Rate limits that several processes share. */
@NullMarked
package io.github.extendclient.pacing;

import org.jspecify.annotations.NullMarked;
