package io.github.extendclient.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run by the build before it compiles. The compiler plugin compiles either the changed files, which
 * is wrong if others depend on them, or all files, which is slow if only descriptions changed. If
 * more than comments changed, this class deletes all classes, so that all files are compiled.
 */
public final class Recompilation {
  private Recompilation() {}

  /**
   * Deletes the classes if the code changed since the last run.
   *
   * @param arguments the build folder with {@code classes} and {@code test-classes}, and the source
   *     folders
   * @throws IOException if a file cannot be read, written or deleted
   */
  public static void main(String[] arguments) throws IOException {
    Path build = Path.of(arguments[0]);
    List<Path> sources =
        Arrays.stream(arguments).skip(1).map(Path::of).filter(Files::isDirectory).toList();
    String code = fingerprint(sources);
    Path state = build.resolve("code.sha256");
    if (!Files.exists(state) || !Files.readString(state).equals(code)) {
      deleteClasses(build.resolve("classes"));
      deleteClasses(build.resolve("test-classes"));
      Files.createDirectories(build);
      Files.writeString(state, code);
    }
  }

  /** Returns a digest of all Java files in some folders, without comments. */
  private static String fingerprint(List<Path> folders) throws IOException {
    MessageDigest digest = sha256();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .sorted()
            .forEach(
                file -> {
                  digest.update(
                      folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                  digest.update(withoutComments(read(file)).getBytes(StandardCharsets.UTF_8));
                });
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns Java code without comments; removes lines that have only a comment. */
  static String withoutComments(String java) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < java.length()) {
      if (java.startsWith("/*", at)) {
        at = end(java, "*/", at + 2);
      } else if (java.startsWith("//", at)) {
        at = java.indexOf('\n', at) < 0 ? java.length() : java.indexOf('\n', at);
      } else if (java.startsWith("\"\"\"", at)) {
        at = copy(java, at, end(java, "\"\"\"", at + 3), code);
      } else if (java.charAt(at) == '"' || java.charAt(at) == '\'') {
        at = copy(java, at, endOfLiteral(java, at), code);
      } else {
        at = copy(java, at, at + 1, code);
      }
    }
    return code.toString().replaceAll("\\s+", " ");
  }

  private static int copy(String java, int from, int to, StringBuilder code) {
    code.append(java, from, to);
    return to;
  }

  private static int end(String java, String mark, int from) {
    int end = java.indexOf(mark, from);
    return end < 0 ? java.length() : end + mark.length();
  }

  private static int endOfLiteral(String java, int start) {
    int at = start + 1;
    while (at < java.length() && java.charAt(at) != java.charAt(start)) {
      at += java.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, java.length());
  }

  private static void deleteClasses(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
