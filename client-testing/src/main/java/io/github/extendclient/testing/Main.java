package io.github.extendclient.testing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link ExtendServer} in a process of its own, until it is killed:
 *
 * <pre>{@code
 * java -jar extend-client-testing-standalone.jar --port 8080 --api-key sk_test --seed 7
 * }</pre>
 *
 * <p>Prints its URL and API key to standard output when it is ready. The exit code is 0 after
 * {@code --help}, 1 if the port cannot be opened, and 2 if the options are wrong.
 */
public final class Main {
  /** The exit code when the server could not be started. */
  static final int FAILED = 1;

  /** The exit code when the options are wrong. */
  static final int MISUSED = 2;

  private static final String USAGE =
      """
      Usage: java -jar extend-client-testing-standalone.jar [options]

      Serves a simulation of the Extend API on 127.0.0.1 until it is killed.

        --port <number>               the port; by default 0, which is any free port
        --api-key <text>              the API key that it accepts; by default sk_test_embedded_extend
        --organization-key <text>     a second key, which needs the header x-extend-workspace-id
        --seed <number>               the seed of IDs and random faults; by default 1
        --help                        shows this text
      """;

  private Main() {}

  /**
   * Starts the server, or exits with an exit code.
   *
   * @param arguments the options; {@code --help} shows them
   */
  public static void main(String[] arguments) {
    run(System.out, System.err, arguments).ifPresentOrElse(System::exit, Main::awaitEnd);
  }

  /** The threads of the server are daemons: this one keeps the process until it is killed. */
  private static void awaitEnd() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the server unless there is an exit code. */
  static Optional<Integer> run(PrintStream output, PrintStream errors, String... arguments) {
    if (List.of(arguments).contains("--help")) {
      output.print(USAGE);
      return Optional.of(0);
    }
    try {
      ExtendServer server = start(arguments);
      // The temporary files of the server outlive a kill without this.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "extend-server-shutdown"));
      output.println(server.url() + " accepts the API key " + server.apiKey());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      return Optional.of(MISUSED);
    } catch (UncheckedIOException e) {
      errors.println(e.getMessage() + ": " + message(e.getCause()));
      return Optional.of(FAILED);
    }
  }

  /**
   * The server that the options ask for.
   *
   * @throws IllegalArgumentException if an option is unknown, is given twice, or has a wrong value
   */
  static ExtendServer start(String... arguments) {
    ExtendServerBuilder builder = ExtendServer.builder();
    options(arguments)
        .forEach(
            (name, value) -> {
              switch (name) {
                case "--port" -> builder.port(number(name, value, Integer::valueOf));
                case "--api-key" -> builder.apiKey(value);
                case "--organization-key" -> builder.organizationKey(value);
                case "--seed" -> builder.seed(number(name, value, Long::valueOf));
                default ->
                    throw new IllegalArgumentException(
                        "there is no option " + name + ": see --help");
              }
            });
    return builder.start();
  }

  private static Map<String, String> options(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " has no value: see --help");
      }
      if (options.put(arguments[i], arguments[i + 1]) != null) {
        throw new IllegalArgumentException(arguments[i] + " is given twice: see --help");
      }
    }
    return options;
  }

  private static <T extends Number> T number(
      String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a number, but is " + value + ": see --help", e);
    }
  }

  private static @Nullable String message(@Nullable Throwable cause) {
    return cause == null ? null : cause.getMessage();
  }
}
