package io.github.extendclient.testing.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of a request, as they were sent and in that order. Names have no case. */
public final class Headers {
  private final List<Map.Entry<String, String>> lines = new ArrayList<>();

  Headers() {}

  void add(String name, String value) {
    lines.add(Map.entry(name, value));
  }

  int size() {
    return lines.size();
  }

  /** The first value of a header, {@code null} if it was not sent. */
  public @Nullable String first(String name) {
    for (Map.Entry<String, String> line : lines) {
      if (line.getKey().equalsIgnoreCase(name)) {
        return line.getValue();
      }
    }
    return null;
  }

  /** All values by the names in lower case. */
  public Map<String, List<String>> toMap() {
    Map<String, List<String>> all = new TreeMap<>();
    for (Map.Entry<String, String> line : lines) {
      String name = line.getKey().toLowerCase(Locale.ROOT);
      all.computeIfAbsent(name, n -> new ArrayList<>(1)).add(line.getValue());
    }
    return all;
  }
}
