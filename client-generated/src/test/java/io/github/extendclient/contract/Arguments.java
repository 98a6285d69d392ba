package io.github.extendclient.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.Moshi;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.runtime.internal.OptionalParameters;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/** A value for each parameter of an operation, and what it must look like in the URL. */
final class Arguments {
  private final Moshi moshi;
  private final SpecOperation operation;
  private final Map<String, String> path = new HashMap<>();
  private final Map<String, String> query = new TreeMap<>();

  Arguments(Moshi moshi, SpecOperation operation) {
    this.moshi = moshi;
    this.operation = operation;
    for (JsonNode parameter : operation.parameters("path")) {
      path.put(
          parameter.get("name").asText(), parameter.at("/x-extend-id/0").asText("id_") + "ä/1");
    }
    for (JsonNode parameter : operation.parameters("query")) {
      query.put(parameter.get("name").asText(), text(parameter.get("schema")));
    }
  }

  Object[] of(Method method, JsonNode body) throws Exception {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(method.getParameters()[i], body);
    }
    return arguments;
  }

  String escapedPath() {
    String escaped = operation.path();
    for (Map.Entry<String, String> value : path.entrySet()) {
      escaped =
          escaped.replace(
              "{" + value.getKey() + "}", value.getValue().replace("ä/1", "%C3%A4%2F1"));
    }
    return escaped;
  }

  Map<String, String> query() {
    return query;
  }

  private Object argument(Parameter parameter, JsonNode body) throws Exception {
    if (parameter.isAnnotationPresent(Path.class)) {
      return Objects.requireNonNull(path.get(parameter.getAnnotation(Path.class).value()));
    }
    if (parameter.isAnnotationPresent(Query.class)) {
      String text = query.get(parameter.getAnnotation(Query.class).value());
      return value(parameter.getType(), Objects.requireNonNull(text));
    }
    if (parameter.isAnnotationPresent(Body.class)) {
      return read(parameter, body);
    }
    if (parameter.isAnnotationPresent(Part.class)) {
      return parts();
    }
    if (parameter.isAnnotationPresent(QueryMap.class)
        && OptionalParameters.class.isAssignableFrom(parameter.getType())) {
      return parameters(parameter.getType());
    }
    return parameter.isAnnotationPresent(QueryMap.class) ? encodedQuery() : Map.of();
  }

  private List<MultipartBody.Part> parts() {
    List<MultipartBody.Part> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : operation.parts().path("properties").properties()) {
      parts.add(
          part.getValue().path("format").asText().equals("binary")
              ? Upload.of("a.pdf", new byte[1]).toPart(part.getKey())
              : MultipartBody.Part.createFormData(part.getKey(), "text"));
    }
    return parts;
  }

  private Map<String, String> encodedQuery() {
    Map<String, String> encoded = new TreeMap<>();
    query.forEach(
        (name, text) ->
            encoded.put(name, URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")));
    return encoded;
  }

  private Object read(Parameter parameter, JsonNode body) throws IOException {
    return Objects.requireNonNull(
        moshi.adapter(parameter.getParameterizedType()).fromJson(body.toString()));
  }

  /** The parameters class of a list, each of whose setters must belong to a query parameter. */
  private OptionalParameters parameters(Class<?> type) throws Exception {
    Object builder = type.getMethod("builder").invoke(null);
    Map<String, String> left = new HashMap<>();
    query.forEach(
        (name, text) -> left.put(name.equals("class") ? "propertyclass" : simple(name), text));
    for (Method setter : builder.getClass().getDeclaredMethods()) {
      String text = left.remove(simple(setter.getName()));
      if (text != null && setter.getParameterCount() == 1) {
        setter.invoke(builder, value(setter.getParameterTypes()[0], text));
      }
    }
    if (!left.isEmpty()) {
      throw new AssertionError(type + " has no setters for " + left.keySet());
    }
    return (OptionalParameters) builder.getClass().getMethod("build").invoke(builder);
  }

  private static String simple(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
  }

  private String text(@Nullable JsonNode schema) {
    JsonNode resolved = operation.spec().resolve(Objects.requireNonNull(schema));
    if (resolved.has("enum")) {
      return resolved.get("enum").get(0).asText();
    }
    return switch (resolved.path("type").asText() + resolved.path("format").asText()) {
      case "stringdate-time" -> "2026-02-09T12:30:00Z";
      case "boolean" -> "false";
      case "integerint32" -> "7";
      case "integerint64" -> "9000000000";
      default -> "a b&=+ä/?";
    };
  }

  private static Object value(Class<?> type, String text) throws ReflectiveOperationException {
    if (type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == Long.class) {
      return Long.valueOf(text);
    }
    if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse(text);
    }
    if (type.getSuperclass() == OpenEnum.class) {
      return type.getMethod("of", String.class).invoke(null, text);
    }
    return text;
  }
}
