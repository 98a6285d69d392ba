package io.github.extendclient.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The imports of one generated file. The first class with a simple name is imported; others with
 * that name are written in full.
 */
final class Imports {
  private final String packageName;
  private final Set<String> siblings;
  private final Map<String, String> bySimpleName = new HashMap<>();
  private final Set<String> lines = new TreeSet<>();

  /**
   * Creates empty imports.
   *
   * @param packageName the package of the file
   * @param siblings simple names of the other classes of the package, which hide those of java.lang
   */
  Imports(String packageName, Set<String> siblings) {
    this.packageName = packageName;
    this.siblings = siblings;
  }

  /** Reserves the simple name of a class that the file declares. */
  Imports declare(String simpleName) {
    bySimpleName.put(simpleName, packageName + "." + simpleName);
    return this;
  }

  /**
   * Imports a class if possible.
   *
   * @param qualified the qualified name
   * @return the name to write
   */
  String use(String qualified) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    String owner = qualified.substring(0, qualified.lastIndexOf('.'));
    String taken = bySimpleName.get(simple);
    if (taken != null) {
      return taken.equals(qualified) ? simple : qualified;
    }
    if (owner.equals("java.lang")) {
      if (siblings.contains(simple)) {
        return qualified;
      }
    } else if (!owner.equals(packageName)) {
      if (simple.equals("String") || simple.equals("Object")) {
        return qualified;
      }
      lines.add(qualified);
    }
    bySimpleName.put(simple, qualified);
    return simple;
  }

  /** Returns the classes to import, sorted. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
