/**
 * Webhook deliveries: {@link io.github.extendclient.webhook.Webhooks} checks their signature and
 * gives typed events.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.webhook;

import org.jspecify.annotations.NullMarked;
