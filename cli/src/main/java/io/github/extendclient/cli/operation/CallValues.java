package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.operation.OperationParameter;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and the body of a call.
 *
 * @param parameters strings and uploads by name
 * @param body null if there is none
 */
record CallValues(Map<String, Object> parameters, @Nullable JsonValue body) {
  /**
   * Separates parameters from properties of the body: a name that is not a parameter is a property
   * of the body, if there is a body.
   *
   * @throws CommandFailure if a text is not a name and a value
   */
  static CallValues of(
      NamedOperation operation, List<String> values, @Nullable JsonValue givenBody) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    for (String value : values) {
      int end = value.indexOf('=');
      if (end < 1) {
        throw CommandFailure.usage(
            "\"" + value + "\" is not a parameter: give name=value, such as maxPageSize=100.");
      }
      boolean isJson = value.charAt(end - 1) == ':';
      String name = value.substring(0, isJson ? end - 1 : end);
      String text = value.substring(end + 1);
      Optional<OperationParameter> parameter =
          operation.parameters().stream().filter(known -> known.name().equals(name)).findFirst();
      if (parameters.containsKey(name) || properties.containsKey(name)) {
        throw CommandFailure.usage(name + " is given twice: leave out one.");
      }
      if (parameter.isPresent() || !operation.hasBody()) {
        boolean isFile = parameter.map(OperationParameter::isFile).orElse(false);
        parameters.put(name, isFile ? Upload.of(Path.of(text)) : text);
      } else {
        properties.put(name, isJson ? json(name, text) : JsonValue.of(text));
      }
    }
    return new CallValues(parameters, merge(operation, givenBody, properties));
  }

  private static @Nullable JsonValue merge(
      NamedOperation operation, @Nullable JsonValue given, Map<String, JsonValue> properties) {
    if (properties.isEmpty()) {
      return given == null && operation.hasBody() ? JsonValue.ofJson("{}") : given;
    }
    Map<String, JsonValue> merged = new LinkedHashMap<>();
    if (given != null) {
      if (!given.json().startsWith("{")) {
        throw CommandFailure.usage(
            "The body of --body is not an object, so it has no property "
                + properties.keySet().iterator().next()
                + ": leave out the one or the other.");
      }
      merged.putAll(given.asObject());
    }
    merged.putAll(properties);
    return JsonValue.of(merged);
  }

  private static JsonValue json(String name, String text) {
    try {
      return JsonValue.ofJson(text);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(
          name + ":= takes JSON, and \"" + text + "\" is not: write " + name + "= for text.");
    }
  }
}
