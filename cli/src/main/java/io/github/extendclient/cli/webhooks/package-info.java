/** The command {@code webhooks}: checks deliveries, and receives them on this machine. */
@NullMarked
package io.github.extendclient.cli.webhooks;

import org.jspecify.annotations.NullMarked;
