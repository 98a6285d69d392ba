package io.github.extendclient.testing;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit Jupiter extension that starts an {@link ExtendServer} for each test with a parameter of
 * that type, and closes it after the test.
 *
 * <pre>{@code
 * @ExtendWith(ExtendServerExtension.class)
 * final class UploadTest {
 *   @Test
 *   void uploads(ExtendServer server) {
 *     // point a client at server.url() with server.apiKey()
 *   }
 * }
 * }</pre>
 *
 * <p>With other settings, register it as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * ExtendServerExtension servers =
 *     new ExtendServerExtension(() -> ExtendServer.builder().clock(new TestClock()).start());
 * }</pre>
 *
 * <p>Needs {@code junit-jupiter-api}, which is not a dependency of this artifact.
 */
@SuppressWarnings("exports") // The module requires JUnit only while it is compiled.
public final class ExtendServerExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(ExtendServerExtension.class);

  private final Supplier<ExtendServer> starter;

  /** An extension for servers with the default settings. */
  public ExtendServerExtension() {
    this(ExtendServer::start);
  }

  /**
   * An extension for servers with other settings.
   *
   * @param starter starts a server; called once for each test that needs one
   */
  public ExtendServerExtension(Supplier<ExtendServer> starter) {
    this.starter = starter;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExtendServer.class;
  }

  /** Returns the server of the test, and starts it for the first parameter. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(context.getUniqueId(), id -> starter.get(), ExtendServer.class);
  }

  /** Closes the server of the test, if it has one. */
  @Override
  public void afterEach(ExtensionContext context) {
    ExtendServer server =
        context.getStore(NAMESPACE).remove(context.getUniqueId(), ExtendServer.class);
    if (server != null) {
      server.close();
    }
  }
}
