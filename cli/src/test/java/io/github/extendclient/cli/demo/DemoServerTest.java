package io.github.extendclient.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoServerTest {
  /** If this fails, copy the IDs from its message to {@link DemoIds}. */
  @Test
  void samplesHaveTheIdsOfTheHelp() {
    try (DemoServer server = DemoServer.start()) {
      assertThat(server.samples()).containsAllEntriesOf(idsOfTheHelp());
    }
  }

  @Test
  void documentsOfAYearDoNotChangeTheIds() {
    try (DemoServer server = DemoServer.startWithYear()) {
      assertThat(server.samples()).containsAllEntriesOf(idsOfTheHelp());
    }
  }

  private static Map<String, String> idsOfTheHelp() {
    return Arrays.stream(DemoIds.class.getFields())
        .collect(Collectors.toMap(Field::getName, DemoServerTest::value));
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
