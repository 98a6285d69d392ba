/** Documents as one would write them by hand, as bare fields. */
@NullMarked
package io.github.extendclient.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
