package io.github.extendclient.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples of one operation. */
final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Operation operation;

  Examples(Operation operation) {
    this.operation = operation;
  }

  /** Returns the first example of the body. */
  Optional<JsonNode> body() {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return Optional.empty();
    }
    return operation.getRequestBody().getContent().values().stream()
        .flatMap(Examples::values)
        .findFirst()
        .map(JSON::valueToTree);
  }

  private static Stream<Object> values(MediaType content) {
    Stream<Object> named =
        content.getExamples() == null
            ? Stream.empty()
            : content.getExamples().values().stream().map(example -> example.getValue());
    return Stream.concat(named, Stream.ofNullable(content.getExample())).filter(Objects::nonNull);
  }

  /** Returns the example of a parameter. */
  Optional<JsonNode> parameter(String name) {
    List<Parameter> parameters =
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
    return parameters.stream()
        .filter(parameter -> parameter.getName().equals(name))
        .map(Parameter::getExample)
        .filter(Objects::nonNull)
        .findFirst()
        .map(JSON::valueToTree);
  }
}
