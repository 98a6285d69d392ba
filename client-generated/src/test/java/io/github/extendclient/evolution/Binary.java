package io.github.extendclient.evolution;

import static japicmp.model.JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Compares class files by the rules of the Java language for binary compatibility. Programs call
 * the interfaces and do not implement them, so an abstract method may become a default method.
 */
final class Binary {
  private Binary() {}

  /** {@return the classes with which earlier programs do not link} */
  static List<String> breaks(Map<String, byte[]> before, Map<String, byte[]> after)
      throws IOException {
    Map<String, byte[]> changedBefore = new TreeMap<>(before);
    Map<String, byte[]> changedAfter = new TreeMap<>(after);
    changedBefore.keySet().removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
    changedAfter.keySet().removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    return new JarArchiveComparator(options)
            .compare(
                new JApiCmpArchive(jar(changedBefore), "before.jar", "1"),
                new JApiCmpArchive(jar(changedAfter), "after.jar", "2"))
            .stream()
            .filter(Binary::breaks)
            .map(JApiClass::getFullyQualifiedName)
            .toList();
  }

  private static boolean breaks(JApiClass type) {
    return Stream.of(
            type.getCompatibilityChanges().stream(),
            type.getMethods().stream().flatMap(m -> m.getCompatibilityChanges().stream()),
            type.getConstructors().stream().flatMap(c -> c.getCompatibilityChanges().stream()),
            type.getFields().stream().flatMap(f -> f.getCompatibilityChanges().stream()),
            type.getInterfaces().stream().flatMap(i -> i.getCompatibilityChanges().stream()),
            type.getSuperclass().getCompatibilityChanges().stream())
        .flatMap(changes -> changes)
        .filter(change -> change.getType() != METHOD_ABSTRACT_NOW_DEFAULT)
        .anyMatch(change -> !change.isBinaryCompatible());
  }

  private static byte[] jar(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        jar.putNextEntry(new JarEntry(type.getKey().replace('.', '/') + ".class"));
        jar.write(type.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
