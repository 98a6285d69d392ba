package io.github.extendclient.internal.log;

import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Provides the loggers of this module. Without a logging provider, SLF4J prints three lines to
 * standard error when its first logger is created. This class avoids that: it does not use SLF4J
 * then.
 */
public final class Loggers {
  private static final boolean HAS_PROVIDER = hasProvider();

  private Loggers() {}

  /** Returns the logger of that name; without an SLF4J provider, one that logs nothing. */
  public static Logger named(String name) {
    return HAS_PROVIDER ? LoggerFactory.getLogger(name) : NOPLogger.NOP_LOGGER;
  }

  /** Searches like SLF4J: the system property that names a provider, then its class loader. */
  private static boolean hasProvider() {
    return System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null
        || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
            .stream()
            .findAny()
            .isPresent();
  }
}
