/**
 * Webhook endpoints, subscriptions and deliveries. Not part of the public interface: may change in
 * any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.webhook;

import org.jspecify.annotations.NullMarked;
