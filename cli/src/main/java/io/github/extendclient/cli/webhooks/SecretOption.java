package io.github.extendclient.cli.webhooks;

import io.github.extendclient.cli.shell.SecretText;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.webhook.WebhookVerifier;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the signing secrets come from: never an argument, which other users could see. */
final class SecretOption {
  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "Read the signing secrets from this file, which only you may read, instead of"
              + " EXTEND_WEBHOOK_SECRET; several with commas between.")
  private @Nullable Path file;

  WebhookVerifier.Builder verifier(Shell shell) {
    String secrets =
        file == null
            ? SecretText.required(
                shell.environment().apply("EXTEND_WEBHOOK_SECRET"),
                "There is no signing secret: set EXTEND_WEBHOOK_SECRET, or give --secret-file.")
            : SecretText.read(file, "secret");
    return WebhookVerifier.builder(
            Arrays.stream(secrets.split(",")).map(String::strip).toArray(String[]::new))
        .clock(shell.clock());
  }
}
