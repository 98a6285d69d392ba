package io.github.extendclient.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Creates jars of programs and libraries, because the JVM archives no classes from folders, and
 * because a user's program has no benchmarks beside it.
 */
final class ProgramJar {
  private ProgramJar() {}

  /** Returns the jar of a class and its nested classes. */
  static Path of(Path folder, Class<?> program) {
    return write(
        folder.resolve(program.getSimpleName() + ".jar"),
        zip -> {
          for (Class<?> type :
              Stream.concat(Stream.of(program), Stream.of(program.getDeclaredClasses())).toList()) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes =
                Objects.requireNonNull(ProgramJar.class.getResourceAsStream("/" + name), name)) {
              add(zip, name, bytes);
            }
          }
        });
  }

  /** Returns the jar of a folder of classes; a jar is returned unchanged. */
  static Path of(Path folder, Path place) {
    if (!Files.isDirectory(place)) {
      return place;
    }
    String name = place.toString().replaceAll("[^A-Za-z0-9]+", "-");
    return write(
        folder.resolve(name + ".jar"),
        zip -> {
          List<Path> files;
          try (Stream<Path> all = Files.walk(place)) {
            files = all.filter(Files::isRegularFile).toList();
          }
          for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
              add(zip, place.relativize(file).toString().replace('\\', '/'), bytes);
            }
          }
        });
  }

  private static Path write(Path jar, Content content) {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      content.addTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar " + jar + " could not be written.", e);
    }
    return jar;
  }

  private static void add(ZipOutputStream zip, String name, InputStream bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    bytes.transferTo(zip);
    zip.closeEntry();
  }

  /** An entry of a jar. */
  @FunctionalInterface
  private interface Content {
    void addTo(ZipOutputStream zip) throws IOException;
  }
}
