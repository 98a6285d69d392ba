package io.github.extendclient.internal.log;

import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Gives the loggers of this module. SLF4J prints three lines to standard error when a program
 * without a logging provider asks it for its first logger; this class does not ask it then, so that
 * such a program prints only what it prints itself.
 */
public final class Loggers {
  private static final boolean HAS_PROVIDER = hasProvider();

  private Loggers() {}

  /** The logger of that name; one that writes nothing if the program has no SLF4J provider. */
  public static Logger named(String name) {
    return HAS_PROVIDER ? LoggerFactory.getLogger(name) : NOPLogger.NOP_LOGGER;
  }

  /** Looks where SLF4J looks: the system property that names a provider, then its class loader. */
  private static boolean hasProvider() {
    return System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null
        || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
            .stream()
            .findAny()
            .isPresent();
  }
}
