package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionRefusalsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x-extend-idempotnt: true | x-extend-idempotnt: there is no extension x-extend-idempotnt: correct its name.
          x-extend-idempotent: maybe | x-extend-idempotent: x-extend-idempotent is "maybe": write true or false.
          x-extend-run-category: READ | x-extend-run-category: x-extend-run-category is "READ": write one of GET, WRITE, RUN.
          x-extend-timeout: 330s | x-extend-timeout: x-extend-timeout is "330s": write a duration such as PT330S.
          x-extend-timeout: PT0S | x-extend-timeout: x-extend-timeout is "PT0S": write a duration such as PT330S.
          x-extend-method: class | x-extend-method: x-extend-method is "class": write a name that Java permits.
          x-extend-name: page size | x-extend-name: x-extend-name is "page size": write a name that Java permits.
          x-extend-id: file_ | x-extend-id: x-extend-id is "file_": write a list of texts, also of a single one.
          x-extend-id: [] | x-extend-id: x-extend-id is a list: write a list of texts, also of a single one.
          x-extend-id-or: '(' | x-extend-id-or: x-extend-id-or is "(": write a regular expression.
          x-extend-page: items | x-extend-page: x-extend-page is "items": write an object.
          x-extend-tag: [a] | x-extend-tag: x-extend-tag is a list: write a text.
          {enum: [A, B], x-extend-pending: [C]} | x-extend-pending/0: the enum has no value C: write one of its values.
          {enum: [A, B], x-enum-descriptions: [a]} | x-enum-descriptions: there are 1 for 2 values of the enum: write one for each value.
          """)
  void valueThatAnExtensionCannotHaveIsRefused(String facts, String fault) throws IOException {
    assertThat(faults(facts)).isEqualTo("api.yaml:1 #/a/" + fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-extend-timeout: PT330S",
        "x-extend-id: [exr_, dpr_]",
        "x-extend-method: list",
        "x-extend-idempotent: 'true'",
        "{enum: [A, B], x-extend-pending: [A]}",
        "example: {x-extend-id: 1}"
      })
  void valueThatAnExtensionCanHavePasses(String facts) throws IOException {
    assertThat(faults(facts)).isEmpty();
  }

  private String faults(String facts) throws IOException {
    String text = "a: " + (facts.startsWith("{") ? facts : "{" + facts + "}") + "\n";
    return new FaultyDocument(folder, text)
        .faults((document, faults) -> new ExtensionRefusals(faults).check(document));
  }
}
