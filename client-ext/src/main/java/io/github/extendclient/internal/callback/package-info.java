/** Not API: what code of the user throws, and the threads that it runs on. */
@NullMarked
package io.github.extendclient.internal.callback;

import org.jspecify.annotations.NullMarked;
