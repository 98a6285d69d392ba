/**
 * The few hand-written types that generated code shows: annotations that carry the facts of the
 * specification, free-form JSON, exceptions of getters, and the joints at which the extension
 * module plugs in (polling, paging, uploads).
 */
@NullMarked
package io.github.extendclient.runtime;

import org.jspecify.annotations.NullMarked;
