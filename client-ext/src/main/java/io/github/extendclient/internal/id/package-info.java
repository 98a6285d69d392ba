/** Not API: checks of IDs before a request exists. */
@NullMarked
package io.github.extendclient.internal.id;

import org.jspecify.annotations.NullMarked;
