package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that the validation, which all other tests rely on, finds violations. */
final class OpenApiValidationTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void wrongRequestIsSeen() {
    fixture.current.post("/parse_runs", "{'file': {'id': 7}}");

    assertThat(fixture.current.validation().violations())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("POST /parse_runs -> 400: request: "));
  }

  @Test
  void wrongResponseIsSeen() {
    fixture
        .server
        .faults()
        .next(
            "DELETE /files/{id}",
            Fault.status(200).body("application/json", "{\"identifier\": \"file_x\"}"));
    fixture.current.delete("/files/file_x");

    assertThatThrownBy(() -> fixture.current.validation().assertNone())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("DELETE /files/file_x -> 200: response: ");
  }

  @Test
  void statusThatIsNotInTheSpecificationIsSeen() {
    fixture.server.faults().next("DELETE /files/{id}", Fault.status(418));
    fixture.current.delete("/files/file_x");

    assertThat(fixture.current.validation().violations()).isNotEmpty();
  }

  @Test
  void whatIsRightIsLetThrough() {
    fixture.upload("note.txt", "Total: 5");

    fixture.current.validation().assertNone();
  }
}
