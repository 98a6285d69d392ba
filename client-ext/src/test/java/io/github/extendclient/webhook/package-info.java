@NullMarked
package io.github.extendclient.webhook;

import org.jspecify.annotations.NullMarked;
