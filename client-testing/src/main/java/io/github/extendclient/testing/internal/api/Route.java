package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of one API version.
 *
 * @param template the path with its parameters in braces, such as {@code /files/{id}}
 * @param parts the segments of the template
 */
public record Route(
    ApiVersion version, String method, String template, List<String> parts, Handler handler) {

  public Route(ApiVersion version, String method, String template, Handler handler) {
    this(version, method, template, List.of(template.substring(1).split("/", -1)), handler);
  }

  /** Handles a request to the operation. */
  public interface Handler {
    Response handle(Call call) throws IOException;
  }

  /** The name of the operation: method and template, such as {@code GET /files/{id}}. */
  public String operation() {
    return method + " " + template;
  }

  /**
   * True if this route is more specific than the other: it has text where the other has a
   * parameter.
   */
  public boolean isMoreExactThan(Route other) {
    return template.indexOf('{') < 0 && other.template.indexOf('{') >= 0;
  }

  /** The parameters of a path, empty if the path is not of this template. */
  public Optional<Map<String, String>> match(List<String> segments) {
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String segment = segments.get(i);
      if (part.startsWith("{")) {
        if (segment.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(part.substring(1, part.length() - 1), segment);
      } else if (!part.equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
