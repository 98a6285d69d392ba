package io.github.extendclient.spec.drift;

import java.util.LinkedHashSet;
import java.util.Set;

/** One difference between two documents, the vendor's and ours or ours and a release. */
public final class Change {
  /** The effect of a difference on a Java program, the worst first. */
  public enum Effect {
    BREAKING("breaks Java"),
    NULLNESS("changes nullness, which Kotlin and null checkers see"),
    ADDITION("adds to Java"),
    DOCUMENTATION("changes documentation only");

    private final String words;

    Effect(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final String element;
  private final String what;
  private final String file;
  private final Set<String> operations = new LinkedHashSet<>();
  private Effect effect;

  /**
   * A difference.
   *
   * @param element what changed, such as {@code File.name} or {@code GET /files}
   * @param what what happened to it, such as {@code new property}
   * @param file the file below {@code spec/} to change
   */
  Change(String element, String what, Effect effect, String file) {
    this.element = element;
    this.what = what;
    this.effect = effect;
    this.file = file;
  }

  /** Its name in the reviewed list and in tests. */
  public String key() {
    return element + ": " + what;
  }

  String element() {
    return element;
  }

  String what() {
    return what;
  }

  public Effect effect() {
    return effect;
  }

  String file() {
    return file;
  }

  /** The operations and events that meet it. */
  Set<String> operations() {
    return operations;
  }

  /** The same difference, found on another path. */
  void merge(Change other) {
    operations.addAll(other.operations);
    if (other.effect.compareTo(effect) < 0) {
      effect = other.effect;
    }
  }

  @Override
  public String toString() {
    return key() + " (" + effect.words() + ")";
  }
}
