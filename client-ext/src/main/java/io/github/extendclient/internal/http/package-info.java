/** Not API: OkHttp as this client needs it, without any knowledge of calls. */
@NullMarked
package io.github.extendclient.internal.http;

import org.jspecify.annotations.NullMarked;
