/** Not API: reads error bodies, and provides the maker of exceptions. */
@NullMarked
package io.github.extendclient.internal.error;

import org.jspecify.annotations.NullMarked;
