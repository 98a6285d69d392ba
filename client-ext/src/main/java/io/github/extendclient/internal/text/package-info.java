/** Not API: text from the network for messages and logs. */
@NullMarked
package io.github.extendclient.internal.text;

import org.jspecify.annotations.NullMarked;
