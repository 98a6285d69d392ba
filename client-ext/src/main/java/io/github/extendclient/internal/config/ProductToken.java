package io.github.extendclient.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The client's default {@code User-Agent}. */
public final class ProductToken {
  private static final String RESOURCE = "/io/github/extendclient/client.properties";

  private ProductToken() {}

  /**
   * Returns name and version of the client and of Java.
   *
   * @return a text such as {@code extend-client/1.0.0 java/17.0.15}
   */
  public static String text() {
    return "extend-client/" + version() + " java/" + System.getProperty("java.version");
  }

  private static String version() {
    try (InputStream resource = ProductToken.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      if (resource != null) {
        properties.load(resource);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read.", e);
    }
  }
}
