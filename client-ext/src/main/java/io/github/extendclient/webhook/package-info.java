/**
 * Webhooks: verifies the signatures of deliveries and decodes typed events. Start at {@link
 * io.github.extendclient.webhook.WebhookVerifier}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.webhook;

import org.jspecify.annotations.NullMarked;
