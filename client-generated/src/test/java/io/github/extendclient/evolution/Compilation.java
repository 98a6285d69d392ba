package io.github.extendclient.evolution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Java compiled in memory against the class path of the tests.
 *
 * @param classes class files by name; empty if there are errors
 * @param errors one line for each
 */
record Compilation(Map<String, byte[]> classes, List<String> errors) {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Reused, since it caches the class path; not for several threads at once. */
  private static final ThreadLocal<StandardJavaFileManager> FILES =
      ThreadLocal.withInitial(() -> JAVAC.getStandardFileManager(null, Locale.ROOT, null));

  /**
   * @param sources by the qualified name of the class
   */
  static Compilation of(Map<String, String> sources) {
    return of(sources, Map.of());
  }

  /**
   * @param sources by the qualified name of the class
   * @param before class files that the sources refer to
   */
  static Compilation of(Map<String, String> sources, Map<String, byte[]> before) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Output output = new Output(FILES.get(), before);
    boolean done =
        JAVAC
            .getTask(
                null,
                output,
                found,
                List.of("--release", "17", "-proc:none", "-nowarn", "-parameters"),
                null,
                sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList())
            .call();
    List<String> errors =
        found.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
            .toList();
    return new Compilation(done ? output.classes() : Map.of(), errors);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final String name;
    private final byte[] bytes;

    ClassFile(String name, byte[] bytes) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();
    private final Map<String, byte[]> before;

    Output(JavaFileManager files, Map<String, byte[]> before) {
      super(files);
      this.before = before;
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      List<JavaFileObject> files = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(files::add);
      if (location == StandardLocation.CLASS_PATH) {
        before.forEach(
            (name, bytes) -> {
              if (name.substring(0, name.lastIndexOf('.')).equals(packageName)) {
                files.add(new ClassFile(name, bytes));
              }
            });
      }
      return files;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof ClassFile found ? found.name : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(name, bytes);
          return bytes;
        }
      };
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new TreeMap<>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }

    /** The files below are used again. */
    @Override
    public void close() {}
  }
}
