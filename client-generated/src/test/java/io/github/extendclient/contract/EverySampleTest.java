package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.runtime.ApiFactory;
import io.github.extendclient.runtime.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples of the HTML reference send what the examples of the specification say. Compiling them
 * shows the rest.
 */
class EverySampleTest {
  @TestFactory
  Stream<DynamicTest> theSampleSendsTheExample() {
    return Stream.of(Spec.V20260209, Spec.V20250421)
        .flatMap(
            spec ->
                spec.operations().stream()
                    .map(
                        operation ->
                            DynamicTest.dynamicTest(operation.toString(), () -> check(operation))));
  }

  private static void check(SpecOperation operation) throws ReflectiveOperationException {
    Method call = Interfaces.of(operation.spec()).calls().get(operation.id());
    Method sample = sample(operation, call);
    if (!operation.parts().isMissingNode()) {
      return; // It uploads a file that is not there.
    }
    Offline offline = new Offline(operation.spec().models());
    sample.invoke(null, root(sample.getParameterTypes()[0], offline::create));

    Request request = offline.sent().get(0);
    assertThat(request.method()).isEqualTo(operation.httpMethod());
    assertThat(request.url().encodedPath()).isEqualTo("/v1" + path(operation));
    assertThat(query(request)).isEqualTo(query(operation));
    if (!operation.jsonBody().isMissingNode()) {
      JsonNode example = SpecOperation.examples(operation.jsonBody()).get(0);
      ModelJson.assertSame(ModelJson.parse(Offline.body(request)), example);
    }
  }

  private static Method sample(SpecOperation operation, Method call)
      throws ReflectiveOperationException {
    String name = call.getName().replaceAll("Call$", "");
    String api = call.getDeclaringClass().getSimpleName().replaceAll("Api$", "");
    Class<?> samples =
        Class.forName(operation.spec().packageName() + ".samples." + api + "Samples");
    Method sample =
        Arrays.stream(samples.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        call.getAnnotation(Operation.class).id()
                            + " has no sample: give an example to its body and to each of its"
                            + " required parameters"));
    sample.setAccessible(true);
    return sample;
  }

  private static Object root(Class<?> type, ApiFactory apis)
      throws NoSuchMethodException,
          InvocationTargetException,
          InstantiationException,
          IllegalAccessException {
    return type.getConstructor(ApiFactory.class).newInstance(apis);
  }

  private static String path(SpecOperation operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.parameters("path")) {
      String name = "{" + parameter.get("name").asText() + "}";
      path = path.replace(name, parameter.get("example").asText());
    }
    return path;
  }

  /** All query parameters with an example but the token of a page, which no first request has. */
  private static Map<String, List<String>> query(SpecOperation operation) {
    Map<String, List<String>> query = new TreeMap<>();
    for (JsonNode parameter : operation.parameters("query")) {
      if (parameter.has("example") && !parameter.has("x-extend-page-token")) {
        query.put(parameter.get("name").asText(), List.of(parameter.get("example").asText()));
      }
    }
    return query;
  }

  private static Map<String, List<String>> query(Request request) {
    Map<String, List<String>> query = new TreeMap<>();
    for (String name : request.url().queryParameterNames()) {
      query.put(name, List.copyOf(request.url().queryParameterValues(name)));
    }
    return query;
  }
}
