package io.github.extendclient.testsupport;

/** The accessors of the small API, for the registry of prefixes. */
public abstract class SmallApi {
  private SmallApi() {}

  public abstract ThingsApi things();

  public abstract PartsApi parts();
}
