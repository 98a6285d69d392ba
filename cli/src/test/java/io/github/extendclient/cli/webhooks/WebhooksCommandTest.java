package io.github.extendclient.cli.webhooks;

import static io.github.extendclient.cli.webhooks.Signed.BODY;
import static io.github.extendclient.cli.webhooks.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhooksCommandTest {
  @Test
  void aGenuineDeliveryIsPrinted() throws Exception {
    assertThat(verify(BODY, Instant.now().getEpochSecond(), BODY))
        .isEqualTo(new CommandRun.End(0, BODY + "\n", ""));
  }

  @Test
  void aChangedDeliveryIsRefused() throws Exception {
    CommandRun.End end = verify(BODY.replace("x_1", "x_2"), Instant.now().getEpochSecond(), BODY);

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err()).startsWith("Refused, NO_SECRET_MATCHES: ").doesNotContain(SECRET);
  }

  @Test
  void anOldDeliveryNeedsAnyAge() throws Exception {
    long old = Instant.now().getEpochSecond() - 86_400;

    assertThat(verify(BODY, old, BODY).err()).startsWith("Refused, TOO_OLD: ");
    assertThat(verify(BODY, old, BODY, "--any-age").exitCode()).isZero();
  }

  @Test
  void aMissingSecretNamesTheOptions() {
    assertThat(CommandRun.alone().of("webhooks", "verify", "-", "--header", "a:b"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "There is no signing secret: set EXTEND_WEBHOOK_SECRET, or give --secret-file.\n"));
  }

  private static CommandRun.End verify(String body, long time, String signed, String... options)
      throws Exception {
    String[] command = new String[7 + options.length];
    command[0] = "webhooks";
    command[1] = "verify";
    command[2] = "-";
    command[3] = "--header";
    command[4] = "X-Extend-Request-Timestamp: " + time;
    command[5] = "--header";
    command[6] = "x-extend-request-signature: " + Signed.signature(time, signed);
    System.arraycopy(options, 0, command, 7, options.length);
    return CommandRun.alone()
        .environment("EXTEND_WEBHOOK_SECRET", "wss_other, " + SECRET)
        .input(body)
        .of(command);
  }
}
