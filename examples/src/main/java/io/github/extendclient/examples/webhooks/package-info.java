/** Receiving webhooks with nothing but the JDK. */
@NullMarked
package io.github.extendclient.examples.webhooks;

import org.jspecify.annotations.NullMarked;
