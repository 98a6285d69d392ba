package io.github.extendclient.benchmarks.scale;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Generates and compiles the specification with several sizes. Prints for each {@code scale <times>
 * <types> <seconds to generate> <seconds to compile> <outcome>}.
 */
public final class SpecScale {
  private static final int SHOWN = 300;

  private SpecScale() {}

  /** Arguments: the folder of the module client-generated, a working folder, the factors. */
  public static void main(String[] arguments) throws Exception {
    Path module = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    List<String> factors = List.of(arguments).subList(2, arguments.length);
    if (factors.size() > 1) {
      step(module, work, 1); // Warms up generator and compiler for the comparison.
    }
    for (String times : factors) {
      System.out.println("scale " + step(module, work, Integer.parseInt(times)));
    }
    System.exit(0); // The generator leaves threads behind.
  }

  private static String step(Path module, Path work, int times) throws Exception {
    delete(work);
    Files.createDirectories(work);
    Path spec = work.resolve("spec.json");
    int types = LargeSpec.write(times, spec);
    long start = System.nanoTime();
    Generation.run(spec, work.resolve("sources"));
    long generated = System.nanoTime();
    String failure = compile(module, work);
    long compiled = System.nanoTime();
    delete(work);
    return String.format(
        Locale.ROOT,
        "%d %d %.2f %.2f %s",
        times,
        types,
        (generated - start) / 1e9,
        (compiled - generated) / 1e9,
        failure);
  }

  private static String compile(Path module, Path work) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> generated = Files.walk(work.resolve("sources"));
        Stream<Path> written = Files.walk(module.resolve("src/main/java"))) {
      List<Path> sources =
          Stream.concat(generated, written)
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("module-info.java"))
              .toList();
      Path classes = Files.createDirectories(work.resolve("classes"));
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-nowarn",
              "--release",
              "17",
              "-classpath",
              System.getProperty("java.class.path"));
      boolean well =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      return well ? "compiled" : firstOf(messages.toString(), work);
    }
  }

  private static String firstOf(String messages, Path work) {
    String first = messages.replace(work + "/", "").replaceAll("\\s+", " ");
    return first.substring(0, Math.min(first.length(), SHOWN));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(SpecScale::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete " + path + ".", e);
    }
  }
}
