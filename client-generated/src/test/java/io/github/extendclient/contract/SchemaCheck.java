package io.github.extendclient.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A check of one schema. */
@FunctionalInterface
interface SchemaCheck {
  void run(ModelJson json, Spec spec, String name);

  /** Returns a test for each schema of both API versions. */
  static Stream<DynamicTest> ofAll(SchemaCheck check) {
    return Stream.of(Spec.values())
        .flatMap(
            spec -> {
              ModelJson json = new ModelJson(spec);
              return spec.classNames().stream()
                  .map(
                      name ->
                          DynamicTest.dynamicTest(
                              spec + " " + name, () -> check.run(json, spec, name)));
            });
  }
}
