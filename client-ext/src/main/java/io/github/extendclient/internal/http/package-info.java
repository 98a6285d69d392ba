/** Not API: adapts OkHttp for this client, independent of calls. */
@NullMarked
package io.github.extendclient.internal.http;

import org.jspecify.annotations.NullMarked;
