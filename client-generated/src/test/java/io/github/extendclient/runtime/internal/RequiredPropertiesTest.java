package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequiredPropertiesTest {
  @Test
  void allMissingPropertiesAreNamed() {
    RequiredProperties check =
        new RequiredProperties("Run").require("id", false).require("a", true).require("to", false);

    assertThatThrownBy(check::check)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("Run needs id, to: set it before build().");
  }

  @Test
  void nothingIsThrownIfAllPropertiesAreSet() {
    assertThatCode(() -> new RequiredProperties("Run").require("id", true).check())
        .doesNotThrowAnyException();
  }
}
