/** Not API: downloads from signed URLs, without the key. */
@NullMarked
package io.github.extendclient.internal.download;

import org.jspecify.annotations.NullMarked;
