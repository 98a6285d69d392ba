/** Not API: the checked settings of a client. */
@NullMarked
package io.github.extendclient.internal.config;

import org.jspecify.annotations.NullMarked;
