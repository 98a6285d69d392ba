package io.github.extendclient.cli.webhooks;

import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.cli.demo.DemoServer;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.OptionRange;
import io.github.extendclient.cli.shell.Ports;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives deliveries. */
@Command(
    name = "listen",
    sortOptions = false,
    header = "Receive deliveries on this machine.",
    description = {
      "Receives deliveries on 127.0.0.1, verifies each signature, prints the deliveries, and"
          + " forwards them if told to. The API reaches this address through a tunnel of your choice."
    },
    footer = {
      "",
      "Examples:",
      "  extend webhooks listen --port 8787 --forward http://localhost:3000/hooks",
      "  extend webhooks listen --demo"
    })
public final class WebhooksListenCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "The port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--forward",
      paramLabel = "URL",
      description =
          "Send each verified delivery to this URL, with the same body and headers, and respond with"
              + " its status.")
  private @Nullable URI forward;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after this many verified deliveries.")
  private int count = Integer.MAX_VALUE;

  @Option(
      names = "--demo",
      description = "Receive three deliveries of an embedded server: no account, no secret.")
  private boolean demo;

  @Mixin private SecretOption secret = new SecretOption();

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public WebhooksListenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Ports.check(port);
    OptionRange.atLeast("--count", count, 1);
    if (forward != null && !isHttp(forward)) {
      throw CommandFailure.usage(
          "--forward is "
              + forward
              + ": give an http or https URL, such as http://localhost:3000/hooks.");
    }
    if (!demo) {
      WebhookVerifier verifier = secret.verifier(shell).build();
      return listen(start(), verifier);
    }
    HttpServer server = start();
    try (DemoServer sender = DemoServer.start()) {
      shell.err().println(sender.greeting());
      return listen(
          server,
          WebhookVerifier.builder(sender.deliverTo(url(server))).clock(shell.clock()).build());
    }
  }

  private int listen(HttpServer server, WebhookVerifier verifier) {
    CountDownLatch ended = new CountDownLatch(1);
    Receiver receiver = new Receiver(shell, verifier, forward, count, ended::countDown);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", receiver::handle);
    server.start();
    return shell
        .stop()
        .during(
            ended::countDown,
            "Stopped listening.",
            "",
            () -> {
              announce(url(server));
              await(ended);
              server.stop(1);
              threads.shutdown();
              return ExitCode.DONE;
            });
  }

  private static boolean isHttp(URI address) {
    String scheme = String.valueOf(address.getScheme());
    return address.getHost() != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void announce(String url) {
    shell.err().println("Listening on " + url + " until Ctrl-C.");
    shell.err().flush();
  }

  private HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw Ports.unusable(port, e);
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
