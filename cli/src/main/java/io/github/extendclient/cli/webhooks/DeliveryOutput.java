package io.github.extendclient.cli.webhooks;

import io.github.extendclient.cli.shell.PrettyJson;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.webhook.WebhookDelivery;

/** Prints a verified delivery: laid out on a terminal, on a line of JSON elsewhere. */
final class DeliveryOutput {
  private DeliveryOutput() {}

  static void print(WebhookDelivery delivery, Shell shell) {
    if (shell.terminal().isOutput()) {
      Style style = shell.style();
      shell
          .out()
          .println(
              style.good("verified")
                  + "  "
                  + style.bold(delivery.eventType())
                  + "  "
                  + style.name(delivery.eventId()));
      shell.out().println(PrettyJson.of(delivery.json().json(), style));
    } else {
      shell.out().println(delivery.json().json());
    }
    shell.out().flush();
  }
}
