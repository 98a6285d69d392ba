/** Not API: journals of bulk deletion and bulk processing, which record the status of each item. */
@NullMarked
package io.github.extendclient.internal.journal;

import org.jspecify.annotations.NullMarked;
