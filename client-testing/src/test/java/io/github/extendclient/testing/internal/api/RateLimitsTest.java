package io.github.extendclient.testing.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Checks that the categories of requests are those of the specification. */
final class RateLimitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-02-09", "2025-04-21"})
  void categoriesAreThoseOfTheSpecification(String version) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    try (InputStream input =
        RateLimitsTest.class.getResourceAsStream("/openapi/extend-" + version + ".yaml")) {
      Map<?, ?> document = new Yaml().load(input);
      ((Map<?, ?>) document.get("paths"))
          .forEach(
              (path, item) ->
                  ((Map<?, ?>) item)
                      .forEach(
                          (name, operation) -> {
                            Object category = ((Map<?, ?>) operation).get("x-extend-run-category");
                            String method = name.toString().toUpperCase(Locale.ROOT);
                            expected.put(method + " " + path, String.valueOf(category));
                            actual.put(
                                method + " " + path, RateLimits.category(method, path.toString()));
                          }));
    }

    assertThat(actual).isEqualTo(expected);
  }
}
