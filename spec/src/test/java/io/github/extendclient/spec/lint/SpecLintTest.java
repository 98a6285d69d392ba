package io.github.extendclient.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.spec.lint.SpecSource.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks the hand-written files of both versions by every authoring rule. */
class SpecLintTest {

  private static final List<String> VERSIONS = List.of("2026-02-09", "2025-04-21");

  static List<Rule> rules() {
    return Stream.of(
            ReferenceRules.rules(),
            NameRules.rules(),
            SameShapeRules.rules(),
            SchemaRules.rules(),
            UnionRules.rules(),
            OperationRules.rules(),
            ExtensionRules.rules(),
            TextRules.rules())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyReviewedShapeIsStillShared() {
    Set<String> shared =
        VERSIONS.stream()
            .map(version -> SpecSource.read(Path.of("src/main/openapi", version)))
            .flatMap(
                source ->
                    Stream.of("enum", "oneOf", "properties")
                        .flatMap(keyword -> SameShapeRules.groups(source, keyword).stream()))
            .flatMap(group -> group.stream().map(Schema::name))
            .collect(Collectors.toSet());

    assertThat(SameShapeRules.reviewed())
        .isNotEmpty()
        .allSatisfy(
            reviewed -> {
              assertThat(reviewed.reason()).isNotBlank();
              assertThat(shared).containsAll(reviewed.schemas());
            });
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return VERSIONS.stream()
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
