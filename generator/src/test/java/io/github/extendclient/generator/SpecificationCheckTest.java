package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationCheckTest {
  @TempDir private Path folder;

  @Test
  void markOfAnOperationPasses() throws IOException {
    assertThatCode(() -> check("See {operation:a_read}.")).doesNotThrowAnyException();
  }

  @Test
  void markOfAnOperationThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> check("See {operation:a_red}."))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith(
            "api.yaml:3 #/paths/~1a/get/description: no operation has the operationId a_red, which"
                + " the text names: correct it.");
  }

  @Test
  void missingDocumentIsNamed() {
    assertThatThrownBy(() -> SpecificationCheck.check("nowhere.yaml"))
        .hasMessage("nowhere.yaml: there is no such document: correct its name.");
  }

  private void check(String description) throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(
        file,
        "openapi: 3.0.3\npaths:\n  /a: {get: {operationId: a_read, description: '"
            + description
            + "', responses: {}}}\n");
    SpecificationCheck.check(file.toString());
  }
}
