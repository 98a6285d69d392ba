package io.github.extendclient.examples.retention;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The client of a command, and the demo's server if that is what it talks to. */
final class Connection implements AutoCloseable {
  private final ExtendClient extend;
  private final @Nullable DemoServer demo;

  private Connection(ExtendClient extend, @Nullable DemoServer demo) {
    this.extend = extend;
    this.demo = demo;
  }

  /**
   * To the API that the environment names.
   *
   * @throws CommandFailure if there is no key
   */
  static Connection real(Shell shell) {
    String key = shell.environment().apply("EXTEND_API_KEY");
    if (key == null || key.isBlank()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "There is no API key: set the environment variable EXTEND_API_KEY, or add --demo to try"
              + " this out on an embedded server.");
    }
    return new Connection(client(shell, builder -> builder.apiKey(key)), null);
  }

  /** For work that sends nothing and so needs no key. */
  static Connection none(Shell shell) {
    Supplier<String> noKey =
        () -> {
          throw new IllegalStateException("a dry run sends nothing");
        };
    return new Connection(client(shell, builder -> builder.apiKey(noKey)), null);
  }

  /** To an embedded server with documents of all ages. */
  static Connection demo(Shell shell) {
    DemoServer demo = DemoServer.start();
    shell.err().println(demo.greeting());
    return new Connection(demo.client(), demo);
  }

  ExtendClient extend() {
    return extend;
  }

  @Override
  public void close() {
    extend.close();
    if (demo != null) {
      demo.close();
    }
  }

  private static ExtendClient client(Shell shell, UnaryOperator<ExtendClientBuilder> key) {
    ExtendClientBuilder builder = key.apply(ExtendClient.builder()).userAgent("extend-retention");
    String url = shell.environment().apply("EXTEND_BASE_URL");
    try {
      return (url == null ? builder : builder.baseUrl(url)).build();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
