package io.github.extendclient.testing.internal.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The path and query of a request, decoded. Segments are split before they are decoded, so that an
 * encoded slash stays within its segment.
 */
public record RequestTarget(List<String> segments, Map<String, String> query) {
  public static RequestTarget of(String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    List<String> segments =
        Arrays.stream(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1))
            .map(segment -> decoded(segment.replace("+", "%2B")))
            .toList();
    return new RequestTarget(segments, parameters(query));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (!parameter.isEmpty()) {
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        parameters.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone percent sign stands for itself
    }
  }
}
