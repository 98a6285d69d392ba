package io.github.extendclient.cli.webhooks;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks one delivery. */
@Command(
    name = "verify",
    sortOptions = false,
    header = "Verify the signature of a delivery.",
    description = {
      "Verifies the signature of a stored delivery, and prints it. The exit code is 0 if the"
          + " signature is valid, 1 if not."
    },
    footer = {
      "",
      "Example:",
      "  extend webhooks verify body.json --any-age \\",
      "    --header 'x-extend-request-timestamp: 1795850498' \\",
      "    --header 'x-extend-request-signature: 5e88…'"
    })
public final class WebhooksVerifyCommand implements Callable<Integer> {
  private static final Duration ANY_AGE = Duration.ofDays(36_500);

  private final Shell shell;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The body, byte for byte as received; - for standard input.")
  private String body = "";

  @Option(
      names = "--header",
      required = true,
      paramLabel = "NAME:VALUE",
      description = "A header of the delivery; give those whose names begin with x-extend-.")
  private List<String> headers = List.of();

  @Option(
      names = "--any-age",
      description = "Accept a delivery of any age; without it, at most five minutes.")
  private boolean anyAge;

  @Mixin private SecretOption secret = new SecretOption();

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public WebhooksVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    WebhookVerifier.Builder settings = secret.verifier(shell);
    WebhookVerifier verifier = (anyAge ? settings.maxAge(ANY_AGE) : settings).build();
    Map<String, String> byName = byName();
    try {
      DeliveryOutput.print(
          verifier.verify(name -> byName.get(name.toLowerCase(Locale.ROOT)), read()), shell);
      return ExitCode.DONE;
    } catch (WebhookException e) {
      throw new CommandFailure(
          ExitCode.SOME_FAILED, "Refused, " + e.reason() + ": " + e.getMessage(), e);
    }
  }

  private Map<String, String> byName() {
    Map<String, String> byName = new HashMap<>();
    for (String header : headers) {
      int end = header.indexOf(':');
      if (end < 1) {
        throw CommandFailure.usage(
            "--header has \"" + header + "\": give the name, a colon and the value.");
      }
      byName.put(
          header.substring(0, end).strip().toLowerCase(Locale.ROOT),
          header.substring(end + 1).strip());
    }
    return byName;
  }

  private byte[] read() {
    try {
      return body.equals("-") ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(body));
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + body, e);
    }
  }
}
