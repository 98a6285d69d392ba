package io.github.extendclient.generator;

import java.util.Set;

/** Finds unused Java names. */
final class Names {
  private Names() {}

  /** Returns the name, with trailing underscores if it is taken. */
  static String free(String name, Set<String> taken) {
    String free = name;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }
}
