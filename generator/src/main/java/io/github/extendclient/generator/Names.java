package io.github.extendclient.generator;

import java.util.Set;

/** Names of Java that are not taken. */
final class Names {
  private Names() {}

  /** The name, or with underscores behind it if it is taken. */
  static String free(String name, Set<String> taken) {
    String free = name;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }
}
