/** Bulk processing that is killed, and goes on. */
@NullMarked
package io.github.extendclient.examples.bulk;

import org.jspecify.annotations.NullMarked;
