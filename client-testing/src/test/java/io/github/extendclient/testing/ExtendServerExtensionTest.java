package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JUnit extension that starts servers for tests. */
final class ExtendServerExtensionTest {
  private static final TestClock CLOCK = new TestClock();

  @RegisterExtension
  final ExtendServerExtension servers =
      new ExtendServerExtension(() -> ExtendServer.builder().clock(CLOCK).start());

  @Test
  void serverIsGivenWithItsSettings(ExtendServer server) {
    assertThat(server.clock()).isSameAs(CLOCK);
  }

  @Test
  void parametersOfOneTestAreTheSameServer(ExtendServer one, ExtendServer same) {
    assertThat(one).isSameAs(same);
  }
}
