/**
 * Positions in a document: {@link io.github.extendclient.layout.PageBox}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.layout;

import org.jspecify.annotations.NullMarked;
