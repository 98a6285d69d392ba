/** The meaning of IDs, and how strictly the client checks them before it sends a request. */
@NullMarked
package io.github.extendclient.id;

import org.jspecify.annotations.NullMarked;
