/** Not API: text from the network on its way into messages and logs. */
@NullMarked
package io.github.extendclient.internal.text;

import org.jspecify.annotations.NullMarked;
