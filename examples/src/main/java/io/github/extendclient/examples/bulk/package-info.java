/** Bulk processing that is killed, and continues. */
@NullMarked
package io.github.extendclient.examples.bulk;

import org.jspecify.annotations.NullMarked;
