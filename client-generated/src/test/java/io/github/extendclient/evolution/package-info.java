/** The effect of a change of the specification on programs. */
@NullMarked
package io.github.extendclient.evolution;

import org.jspecify.annotations.NullMarked;
