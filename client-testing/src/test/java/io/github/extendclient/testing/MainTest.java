package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The server as a process. */
final class MainTest {
  @Test
  void optionsAreTaken() {
    try (ExtendServer server = Main.start("--api-key", "sk_7", "--seed", "7", "--port", "0")) {
      assertThat(server.apiKey()).isEqualTo("sk_7");
    }
  }

  @Test
  void unknownOptionIsNamed() {
    assertThatThrownBy(() -> Main.start("--host", "x"))
        .hasMessage(
            "there is no option --host: use --port <number>, --api-key <text>, --seed <number>");
  }

  @Test
  void portThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> Main.start("--port", "http"))
        .hasMessage(
            "--port must be a number, but is http: use --port <number>, --api-key <text>,"
                + " --seed <number>");
  }
}
