package io.github.extendclient.testing;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs an {@link ExtendServer} as a process of its own, until it is killed:
 *
 * <pre>{@code
 * java -cp ... io.github.extendclient.testing.Main --port 8080 --api-key sk_test --seed 7
 * }</pre>
 *
 * <p>Prints its address and key on the standard output when it takes requests.
 */
public final class Main {
  private static final String USAGE = "use --port <number>, --api-key <text>, --seed <number>";

  private Main() {}

  /**
   * Starts the server.
   *
   * @throws IllegalArgumentException if an option is unknown or its value is none
   */
  public static void main(String[] arguments) {
    ExtendServer server = start(arguments);
    System.out.println(server.url() + " takes the key " + server.apiKey());
  }

  /** The server that the options ask for. */
  static ExtendServer start(String... arguments) {
    Map<String, String> options = options(arguments);
    ExtendServer.Builder builder = ExtendServer.builder();
    options.forEach(
        (name, value) -> {
          switch (name) {
            case "--port" -> builder.port((int) number(name, value));
            case "--api-key" -> builder.apiKey(value);
            case "--seed" -> builder.seed(number(name, value));
            default ->
                throw new IllegalArgumentException("there is no option " + name + ": " + USAGE);
          }
        });
    return builder.start();
  }

  private static Map<String, String> options(String... arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " has no value: " + USAGE);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a number, but is " + value + ": " + USAGE, e);
    }
  }
}
