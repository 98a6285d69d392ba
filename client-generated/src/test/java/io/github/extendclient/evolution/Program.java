package io.github.extendclient.evolution;

import io.github.extendclient.runtime.ApiVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes in their own loader, whose parent has the libraries of the tests. */
final class Program extends ClassLoader {
  private final Map<String, byte[]> classes;

  Program(Map<String, byte[]> classes) {
    super(Program.class.getClassLoader());
    this.classes = classes;
  }

  /** The class files of two programs, of which the second has precedence. */
  static Program of(Map<String, byte[]> client, Map<String, byte[]> consumer) {
    Map<String, byte[]> all = new HashMap<>(client);
    all.putAll(consumer);
    return new Program(all);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  Class<?> load(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  /** All classes, in the order of their names. */
  List<Class<?>> all() {
    List<Class<?>> all = new ArrayList<>();
    classes.keySet().stream()
        .filter(name -> !name.endsWith("-info"))
        .sorted()
        .forEach(name -> all.add(load(name)));
    return all;
  }

  List<Class<?>> interfaces() {
    return all().stream().filter(type -> type.isAnnotationPresent(ApiVersion.class)).toList();
  }

  List<Class<?>> models(String packageName) {
    return all().stream()
        .filter(type -> type.getPackageName().equals(packageName + ".model"))
        .filter(type -> type.getEnclosingClass() == null)
        .filter(type -> !type.getSimpleName().equals("ModelJsonAdapterFactory"))
        .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()))
        .toList();
  }
}
