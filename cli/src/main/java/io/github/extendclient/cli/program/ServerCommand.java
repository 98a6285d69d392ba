package io.github.extendclient.cli.program;

import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Ports;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.testing.ExtendServer;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the embedded server. */
@Command(
    name = "server",
    sortOptions = false,
    header = "Run the embedded server on this machine.",
    description = {
      "Runs the embedded server: a simulation of the Extend API on 127.0.0.1, for tests and for"
          + " work without an account. It forgets everything when it ends."
    },
    footer = {
      "",
      "Example, in another terminal:",
      "  export EXTEND_BASE_URL=http://127.0.0.1:8080 EXTEND_API_KEY=sk_test_embedded_extend",
      "  extend parse invoice.pdf"
    })
public final class ServerCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of the IDs that the server makes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public ServerCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Ports.check(port);
    try (ExtendServer server = ExtendServer.builder().port(port).seed(seed).start()) {
      CountDownLatch ended = new CountDownLatch(1);
      return shell
          .stop()
          .during(
              ended::countDown,
              "Stopped serving.",
              "",
              () -> {
                announce(server);
                try {
                  ended.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return ExitCode.DONE;
              });
    } catch (UncheckedIOException e) {
      throw Ports.unusable(port, e);
    }
  }

  private void announce(ExtendServer server) {
    shell.err().println("Serving until Ctrl-C.");
    shell.err().flush();
    shell.out().println("export EXTEND_BASE_URL=" + server.url());
    shell.out().println("export EXTEND_API_KEY=" + server.apiKey());
    shell.out().flush();
  }
}
