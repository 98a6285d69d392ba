/** Bulk processing: start at {@link io.github.extendclient.bulk.BulkOperations}. */
@NullMarked
package io.github.extendclient.bulk;

import org.jspecify.annotations.NullMarked;
