/** Documents to decode, made from a seed to an exact size. */
@NullMarked
package io.github.extendclient.benchmarks.document;

import org.jspecify.annotations.NullMarked;
