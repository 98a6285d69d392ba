/**
 * The hand-written types in the API of generated code: annotations with the facts of the
 * specification, free-form JSON, exceptions of getters, and the interfaces that the module {@code
 * extend-client} implements or uses (polling, paging, uploads).
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.runtime;

import org.jspecify.annotations.NullMarked;
