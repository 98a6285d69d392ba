/** Not API: a call in its three forms, with all its attempts and waits. */
@NullMarked
package io.github.extendclient.internal.call;

import org.jspecify.annotations.NullMarked;
