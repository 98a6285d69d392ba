/**
 * Listings of any length: start at {@link io.github.extendclient.page.Pages}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.page;

import org.jspecify.annotations.NullMarked;
