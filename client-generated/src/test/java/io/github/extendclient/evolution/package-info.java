/** What a change of the specification does to programs. */
@NullMarked
package io.github.extendclient.evolution;

import org.jspecify.annotations.NullMarked;
