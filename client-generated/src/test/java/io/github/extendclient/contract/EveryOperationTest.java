package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonAdapter;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.internal.OptionalParameters;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.http.Path;

/**
 * The contract of each operation, taken from the specification: what is sent for its parameters and
 * for each example of its body, and that each example of its response is read. No network.
 */
class EveryOperationTest {
  @ParameterizedTest
  @EnumSource(Spec.class)
  void theMethodsAreThoseOfTheSpecification(Spec spec) {
    Set<String> ids =
        spec.operations().stream()
            .map(SpecOperation::id)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(Interfaces.of(spec).calls().keySet()).isEqualTo(ids);
  }

  @TestFactory
  Stream<DynamicTest> theRequestIsThatOfTheSpecification() {
    return operations(
        (interfaces, operation, call) -> {
          Arguments arguments = new Arguments(interfaces.json().moshi(), operation);
          for (JsonNode body : bodies(operation)) {
            Request request = interfaces.request(call, arguments.of(call, body));

            assertThat(request.method()).isEqualTo(operation.httpMethod());
            assertThat(request.url().encodedPath()).isEqualTo("/v1" + arguments.escapedPath());
            assertThat(query(request.url())).isEqualTo(arguments.query());
            // The client adds those of all operations; one for the type would hide a one-shot body.
            assertThat(request.headers()).isEmpty();
            if (!operation.jsonBody().isMissingNode()) {
              ModelJson.assertSame(ModelJson.parse(Offline.body(request)), body);
            }
            for (Map.Entry<String, JsonNode> part :
                operation.parts().path("properties").properties()) {
              assertThat(Offline.body(request))
                  .contains("form-data; name=\"" + part.getKey() + "\"");
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> eachExampleOfTheAnswerIsRead() {
    return operations(
        (interfaces, operation, call) -> {
          Type type = ((ParameterizedType) call.getGenericReturnType()).getActualTypeArguments()[0];
          JsonAdapter<Object> adapter = interfaces.json().moshi().adapter(type);
          for (JsonNode example : SpecOperation.examples(operation.jsonAnswer())) {
            String written = adapter.toJson(adapter.fromJson(example.toString()));
            ModelJson.assertSame(ModelJson.parse(written), example);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theExtensionsBecomeAnnotations() {
    return operations(
        (interfaces, operation, call) -> {
          Operation facts = call.getAnnotation(Operation.class);
          JsonNode node = operation.node();
          assertThat(facts.idempotent()).isEqualTo(node.get("x-extend-idempotent").asBoolean());
          assertThat(facts.category()).hasToString(node.get("x-extend-run-category").asText());
          assertThat(facts.timeout()).isEqualTo(node.path("x-extend-timeout").asText());
          assertThat(call.isAnnotationPresent(Deprecated.class))
              .isEqualTo(node.path("deprecated").asBoolean());
          assertThat(call.getDeclaringClass().getAnnotation(ApiVersion.class).value()).isNotEmpty();
          assertThat(prefixes(call)).isEqualTo(prefixes(operation));
        });
  }

  @TestFactory
  Stream<DynamicTest> theThreeFormsTakeTheSame() {
    return operations(
        (interfaces, operation, call) -> {
          String name = call.getName().substring(0, call.getName().length() - "Call".length());
          for (String form : List.of(name, name + "Async")) {
            Method other = call.getDeclaringClass().getMethod(form, call.getParameterTypes());
            assertThat(other.getParameterAnnotations()).isEqualTo(call.getParameterAnnotations());
            assertThat(other.getAnnotations()).isEqualTo(call.getAnnotations());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theFormWithoutOptionalParametersTakesAllOthers() {
    return operations(
        (interfaces, operation, call) -> {
          Parameter[] parameters = call.getParameters();
          int last = parameters.length - 1;
          if (last >= 0 && OptionalParameters.class.isAssignableFrom(parameters[last].getType())) {
            Method form =
                call.getDeclaringClass()
                    .getMethod(call.getName(), Arrays.copyOf(call.getParameterTypes(), last));
            assertThat(form.getAnnotations()).isEqualTo(call.getAnnotations());
            assertThat(form.getParameterAnnotations())
                .isEqualTo(Arrays.copyOf(call.getParameterAnnotations(), last));
          }
        });
  }

  private static List<JsonNode> bodies(SpecOperation operation) {
    if (operation.jsonBody().isMissingNode()) {
      return List.of(operation.node());
    }
    List<JsonNode> examples = SpecOperation.examples(operation.jsonBody());
    return examples.isEmpty()
        ? List.of(
            new Documents(operation.spec(), 1, false).draw(operation.jsonBody().get("schema")))
        : examples;
  }

  private static Map<String, String> query(HttpUrl url) {
    Map<String, String> query = new TreeMap<>();
    for (String name : url.queryParameterNames()) {
      query.put(name, String.join(",", url.queryParameterValues(name)));
    }
    return query;
  }

  private static Map<String, List<String>> prefixes(Method call) {
    Map<String, List<String>> prefixes = new TreeMap<>();
    Arrays.stream(call.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(IdPrefix.class))
        .forEach(
            parameter ->
                prefixes.put(
                    parameter.getAnnotation(Path.class).value(),
                    texts(parameter.getAnnotation(IdPrefix.class))));
    return prefixes;
  }

  private static List<String> texts(IdPrefix ids) {
    List<String> texts = new ArrayList<>(List.of(ids.value()));
    if (!ids.or().isEmpty()) {
      texts.add(ids.or());
    }
    return texts;
  }

  private static Map<String, List<String>> prefixes(SpecOperation operation) {
    Map<String, List<String>> prefixes = new TreeMap<>();
    for (JsonNode parameter : operation.parameters("path")) {
      List<String> values = new ArrayList<>();
      parameter.path("x-extend-id").forEach(prefix -> values.add(prefix.asText()));
      if (parameter.has("x-extend-id-or")) {
        values.add(parameter.get("x-extend-id-or").asText());
      }
      if (!values.isEmpty()) {
        prefixes.put(parameter.get("name").asText(), values);
      }
    }
    return prefixes;
  }

  private static Stream<DynamicTest> operations(Check check) {
    return Stream.of(Spec.values())
        .flatMap(
            spec -> {
              Interfaces interfaces = Interfaces.of(spec);
              return spec.operations().stream()
                  .map(
                      operation ->
                          DynamicTest.dynamicTest(
                              operation.toString(),
                              () ->
                                  check.run(
                                      interfaces,
                                      operation,
                                      interfaces.calls().get(operation.id()))));
            });
  }

  @FunctionalInterface
  private interface Check {
    void run(Interfaces interfaces, SpecOperation operation, Method call) throws Exception;
  }
}
