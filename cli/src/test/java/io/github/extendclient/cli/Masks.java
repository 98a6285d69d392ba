package io.github.extendclient.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces what differs from run to run. */
final class Masks {
  private static final Map<String, String> MASKS = new LinkedHashMap<>();

  static {
    MASKS.put("\\b([a-z]+(?:_[a-z]+)*_)[A-Za-z0-9]{22}\\b", "$1…");
    MASKS.put("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME");
    MASKS.put("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:PORT");
    MASKS.put("expires=\\d+&signature=\\w+", "expires=…&signature=…");
    MASKS.put("\\bin \\d+\\.\\d s", "in T s");
    MASKS.put("\\bin \\d+ ms\\b", "in T ms");
    MASKS.put("(, [\\d.]+/(s|min))?(, \\d+\\.\\d s left)?: ", ": ");
    MASKS.put("\\d+\\.\\d+\\.\\d+-SNAPSHOT", "VERSION");
    MASKS.put("VERSION-\\d+\\.jsa", "VERSION-JAVA.jsa");
  }

  private Masks() {}

  static String apply(String text, Path folder) {
    String masked =
        text.replace(JarProcess.jar().toString(), "extend.jar").replace(folder + "/", "");
    for (Map.Entry<String, String> mask : MASKS.entrySet()) {
      masked = masked.replaceAll(mask.getKey(), mask.getValue());
    }
    return masked;
  }
}
