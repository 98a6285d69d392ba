/** Not API: one call with all its attempts, over Retrofit and OkHttp. */
@NullMarked
package io.github.extendclient.internal.call;

import org.jspecify.annotations.NullMarked;
