/** Bulk deletion: start at {@link io.github.extendclient.deletion.Deletions}. */
@NullMarked
package io.github.extendclient.deletion;

import org.jspecify.annotations.NullMarked;
