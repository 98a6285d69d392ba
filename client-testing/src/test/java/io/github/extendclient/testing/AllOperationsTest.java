package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Calls every operation with each example request of the specification, and expects a 200 response
 * of the specified shape.
 */
final class AllOperationsTest {
  private record Operation(String version, String method, String template, Map<?, ?> spec) {
    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  @TestFactory
  Collection<DynamicTest> operations() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : all()) {
      Map<?, ?> examples = examples(operation);
      if (examples.isEmpty()) {
        tests.add(test(operation, "", null));
      }
      examples.forEach(
          (name, example) ->
              tests.add(test(operation, " (" + name + ")", ((Map<?, ?>) example).get("value"))));
    }
    return tests;
  }

  @Test
  void specificationHas154Operations() {
    assertThat(all()).hasSize(154);
  }

  private static DynamicTest test(Operation operation, String suffix, Object body) {
    return dynamicTest(operation.version() + " " + operation + suffix, () -> call(operation, body));
  }

  private static void call(Operation operation, Object body) {
    try (ResourcesOnDemand resources = new ResourcesOnDemand(operation.version())) {
      TestClient client = resources.client();
      String path = resources.path(operation.method(), operation.template());
      TestClient.Response response =
          switch (operation.method()) {
            case "GET" -> client.get(path);
            case "DELETE" -> client.delete(path);
            default -> resources.post(path, body);
          };

      assertThat(response.status()).as(response.text()).isEqualTo(200);
      resources.readAgainWhenEnded(operation.method(), operation.template(), response);
      resources.assertNoViolation();
    }
  }

  private static Map<?, ?> examples(Operation operation) {
    Map<?, ?> body = (Map<?, ?>) operation.spec().get("requestBody");
    if (body == null) {
      return Map.of();
    }
    Map<?, ?> content = (Map<?, ?>) ((Map<?, ?>) body.get("content")).get("application/json");
    Object examples = content == null ? null : content.get("examples");
    return examples == null ? Map.of() : (Map<?, ?>) examples;
  }

  private static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    for (String version : List.of(TestClient.CURRENT, TestClient.LEGACY)) {
      Map<?, ?> paths = (Map<?, ?>) specification(version).get("paths");
      paths.forEach(
          (path, item) ->
              ((Map<?, ?>) item)
                  .forEach(
                      (method, spec) -> {
                        if (!method.equals("parameters")) {
                          operations.add(
                              new Operation(
                                  version,
                                  method.toString().toUpperCase(Locale.ROOT),
                                  path.toString(),
                                  (Map<?, ?>) spec));
                        }
                      }));
    }
    return operations;
  }

  private static Map<?, ?> specification(String version) {
    String resource = "/openapi/extend-" + version + ".yaml";
    try (InputStream input = AllOperationsTest.class.getResourceAsStream(resource)) {
      return new Yaml().load(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
