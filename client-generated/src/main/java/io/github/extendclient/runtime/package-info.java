/**
 * The few hand-written types that generated code refers to: annotations that carry the facts of the
 * specification, adapters that read and write JSON without reflection, and the joints at which the
 * extension module plugs in (polling, paging, uploads).
 */
@NullMarked
package io.github.extendclient.runtime;

import org.jspecify.annotations.NullMarked;
