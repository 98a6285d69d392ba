package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Reply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of one API version.
 *
 * @param template the path with its parameters in braces, such as {@code /files/{id}}
 */
record Route(ApiVersion version, String method, String template, Handler handler) {
  /** Does what the operation does. */
  interface Handler {
    Reply handle(Call call) throws IOException;
  }

  /** Method and template, which name the operation: {@code GET /files/{id}}. */
  String operation() {
    return method + " " + template;
  }

  /** True if this route is to be asked before the other: it has the text where that has braces. */
  boolean isMoreExactThan(Route other) {
    return template.indexOf('{') < 0 && other.template.indexOf('{') >= 0;
  }

  /** The parameters of a path, empty if the path is not of this template. */
  Optional<Map<String, String>> match(List<String> segments) {
    String[] expected = template.substring(1).split("/", -1);
    if (expected.length != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < expected.length; i++) {
      String segment = segments.get(i);
      if (expected[i].startsWith("{")) {
        if (segment.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(expected[i].substring(1, expected[i].length() - 1), segment);
      } else if (!expected[i].equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
