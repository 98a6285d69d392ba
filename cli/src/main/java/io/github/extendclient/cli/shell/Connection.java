package io.github.extendclient.cli.shell;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.cli.demo.DemoServer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The client of a command and, with {@code --demo}, the embedded server that it talks to. */
public final class Connection implements AutoCloseable {
  private final ExtendClient extend;
  private final @Nullable DemoServer demo;

  private Connection(ExtendClient extend, @Nullable DemoServer demo) {
    this.extend = extend;
    this.demo = demo;
  }

  /**
   * Opens a connection to the API that the environment names, or to an embedded server.
   *
   * @throws CommandFailure if there is no key
   */
  public static Connection open(Shell shell, CommonOptions options) {
    return open(shell, options, UnaryOperator.identity());
  }

  /** Opens a connection for a listing: an embedded server then has the documents of a year. */
  public static Connection openListing(Shell shell, CommonOptions options) {
    return open(shell, options, DemoServer::startWithYear, UnaryOperator.identity());
  }

  /** Opens a connection with settings of the client. */
  public static Connection open(
      Shell shell, CommonOptions options, UnaryOperator<ExtendClientBuilder> settings) {
    return open(shell, options, DemoServer::start, settings);
  }

  private static Connection open(
      Shell shell,
      CommonOptions options,
      Supplier<DemoServer> demos,
      UnaryOperator<ExtendClientBuilder> settings) {
    Connection opened =
        options.isDemo()
            ? toDemo(shell, demos.get(), settings)
            : toApi(shell, ApiKey.of(options, shell), settings);
    shell.stop().phase("Stopped before the end.");
    return opened;
  }

  private static Connection toApi(
      Shell shell, String key, UnaryOperator<ExtendClientBuilder> settings) {
    return new Connection(client(shell, builder -> settings.apply(builder.apiKey(key))), null);
  }

  private static Connection toDemo(
      Shell shell, DemoServer demo, UnaryOperator<ExtendClientBuilder> settings) {
    shell.err().println(demo.greeting());
    shell.err().flush();
    return new Connection(
        settings.apply(ExtendClient.builder().apiKey(demo.apiKey()).baseUrl(demo.url())).build(),
        demo);
  }

  /** Opens a connection for work that sends nothing, which needs no key. */
  public static Connection none(Shell shell) {
    Supplier<String> noKey =
        () -> {
          throw new IllegalStateException("This command sends nothing.");
        };
    return new Connection(client(shell, builder -> builder.apiKey(noKey)), null);
  }

  /** {@return the client} */
  public ExtendClient extend() {
    return extend;
  }

  @Override
  public void close() {
    extend.close();
    if (demo != null) {
      demo.close();
    }
  }

  private static ExtendClient client(Shell shell, UnaryOperator<ExtendClientBuilder> settings) {
    ExtendClientBuilder builder = ExtendClient.builder().userAgent("extend-cli");
    String url = shell.environment().apply("EXTEND_BASE_URL");
    try {
      if (url != null && !url.isBlank()) {
        builder.baseUrl(url.strip());
      }
      return settings.apply(builder).build();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, inTermsOfTheCommand(e), e);
    }
  }

  /** The messages of the client name methods of its builder. */
  private static String inTermsOfTheCommand(IllegalArgumentException failure) {
    return String.valueOf(failure.getMessage())
        .replace(" from apiKey(...)", "")
        .replace(" from baseUrl(...)", " in EXTEND_BASE_URL")
        .replace("baseUrl(...)", "EXTEND_BASE_URL");
  }
}
