package io.github.extendclient.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the hand-written files of both versions against every authoring rule. */
class SpecLintTest {

  static List<Rule> rules() {
    return Stream.of(
            ReferenceRules.rules(),
            SchemaRules.rules(),
            UnionRules.rules(),
            OperationRules.rules(),
            ExtensionRules.rules(),
            TextRules.rules())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return Stream.of("2026-02-09", "2025-04-21")
        .flatMap(
            version -> {
              SpecSource source = SpecSource.read(Path.of("src/main/openapi", version));
              return rules().stream()
                  .map(
                      rule ->
                          DynamicTest.dynamicTest(
                              version + ": " + rule.name(),
                              () -> assertThat(rule.check().apply(source)).isEmpty()));
            });
  }
}
