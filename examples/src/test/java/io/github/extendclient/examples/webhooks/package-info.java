@NullMarked
package io.github.extendclient.examples.webhooks;

import org.jspecify.annotations.NullMarked;
