package io.github.extendclient.testing.internal.state;

import java.util.Random;

/** Generates IDs like those of the API; the same seed and order of calls give the same IDs. */
public final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  private final Random random;

  /** IDs from a seed. */
  public Ids(long seed) {
    this.random = new Random(seed);
  }

  /** The part of a new ID that follows the prefix. */
  public synchronized String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
