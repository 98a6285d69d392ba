/** A parse run as one would write it by hand for a library that works by reflection. */
@NullMarked
package io.github.extendclient.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
