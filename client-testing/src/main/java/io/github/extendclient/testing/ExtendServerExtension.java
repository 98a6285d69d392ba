package io.github.extendclient.testing;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit Jupiter extension that starts an {@link ExtendServer} for each test with a parameter of
 * that type, and closes it after the test. All parameters of a test are the same server, those of
 * its constructor and of {@code BeforeEach} methods included; tests that run in parallel have
 * servers of their own.
 *
 * <p>A server that is a parameter of a {@code BeforeAll} method is that of all tests of the class
 * and of its nested classes, and is closed after them.
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
public final class ExtendServerExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ExtendServerExtension.class);

  private final Supplier<ExtendServer> starter;

  /** An extension for servers with the default settings. */
  public ExtendServerExtension() {
    this(ExtendServer::start);
  }

  /**
   * An extension for servers with other settings.
   *
   * @param starter starts a server; called once for each test, or class, that needs one
   */
  public ExtendServerExtension(Supplier<ExtendServer> starter) {
    this.starter = starter;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExtendServer.class;
  }

  /** Returns the server of the scope of the parameter, and starts it for the first one. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            StartedServer.class, key -> new StartedServer(starter.get()), StartedServer.class)
        .server();
  }

  /** The parameters of a constructor belong to the test that its instance is for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /**
   * A server in the store of its scope, which closes it. JUnit closes any {@code AutoCloseable}
   * since 5.13 only, this in each version.
   */
  @SuppressWarnings("deprecation")
  private record StartedServer(ExtendServer server)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      server.close();
    }
  }
}
