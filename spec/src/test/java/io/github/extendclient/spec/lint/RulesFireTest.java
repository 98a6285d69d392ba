package io.github.extendclient.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks with small bad documents that every rule reports its breach, with its message. */
class RulesFireTest {

  @TestFactory
  Stream<DynamicTest> eachRuleFindsItsBreach() {
    return SpecLintTest.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(rule.check().apply(RuleCases.all().get(rule.name()).source()))
                            .extracting(Finding::toString)
                            .containsExactly(RuleCases.all().get(rule.name()).finding())));
  }

  @TestFactory
  Stream<DynamicTest> noRuleObjectsToAGoodOperation() {
    return SpecLintTest.rules().stream()
        .filter(rule -> !rule.name().equals("references resolve"))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(
                                rule.check().apply(SpecSource.of("good.yaml", RuleCases.OPERATION)))
                            .isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SortByEnum",
        "ParseRunStatusStatus",
        "PageRangesItem",
        "ParseRunCreateRequestFile",
        "ParseRunsCreateRequest",
        "ClassifierRef",
        "SortDir"
      })
  void aNameMadeByAMachineIsFound(String name) {
    assertThat(
            NameRules.rules().get(0).check().apply(RuleCases.schemas(name + ":\n  type: string")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EvaluationSetItem", "Directory", "EnumValue"})
  void aNameThatAPersonChoseIsNotFound(String name) {
    assertThat(
            NameRules.rules().get(0).check().apply(RuleCases.schemas(name + ":\n  type: string")))
        .isEmpty();
  }

  @Test
  void everyRuleHasACase() {
    assertThat(RuleCases.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            SpecLintTest.rules().stream().map(Rule::name).toList());
  }
}
