package io.github.extendclient.runtime;

/**
 * Creates the implementations of generated interfaces. The module {@code extend-client} implements
 * this interface.
 */
@FunctionalInterface
public interface ApiFactory {
  /**
   * Returns the implementation of an interface. Called by each use of an accessor of the generated
   * {@code ExtendApi} class, so it must be cheap after the first call.
   *
   * @param <T> the interface
   * @param api a generated Retrofit interface
   * @return the implementation, one per interface and factory
   */
  <T> T create(Class<T> api);
}
