package io.github.extendclient.testing;

/** See {@link Fault#none()}. */
record NoFault() implements Fault {
  @Override
  public String toString() {
    return "none";
  }
}
