package io.github.extendclient.outside;

import static io.github.extendclient.outside.Samples.RUN;
import static io.github.extendclient.outside.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with the dependencies of the client, without Jackson's annotations. */
class WithoutJacksonTest {
  private static final List<String> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> !entry.contains("jackson"))
          .toList();

  @TempDir private static Path classes;
  private static String warnings = "";

  @BeforeAll
  static void compile() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    compiler
        .getTask(
            output,
            null,
            null,
            List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                CLASS_PATH.stream().collect(Collectors.joining(File.pathSeparator))),
            null,
            compiler
                .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                .getJavaFileObjects(Path.of("src/test/consumer/Consumer.java")))
        .call();
    warnings = output.toString();
  }

  @Test
  void aProgramCompilesWithAllLintsAsErrors() {
    assertThat(warnings).isEmpty();
  }

  @Test
  void aProgramReadsAndWritesModels() throws Exception {
    List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (String entry : CLASS_PATH) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      String copy =
          (String) loader.loadClass("Consumer").getMethod("copy", String.class).invoke(null, RUN);

      assertThat(copy).startsWith("ZZ_NEWER 3 ");
      assertThat(plain(copy.substring("ZZ_NEWER 3 ".length()))).isEqualTo(plain(RUN));
      assertThatThrownBy(() -> loader.loadClass("com.fasterxml.jackson.annotation.JsonValue"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }
}
