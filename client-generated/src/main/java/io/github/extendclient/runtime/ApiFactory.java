package io.github.extendclient.runtime;

/** Makes the implementation of a generated interface; implemented by the extension module. */
@FunctionalInterface
public interface ApiFactory {
  /**
   * The implementation of an interface. Called each time that an accessor of the generated {@code
   * ExtendApi} class is used, so it must be cheap after the first time.
   *
   * @param <T> the interface
   * @param api a generated Retrofit interface
   * @return its only implementation within this factory
   */
  <T> T create(Class<T> api);
}
