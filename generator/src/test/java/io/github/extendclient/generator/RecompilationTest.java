package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecompilationTest {
  @TempDir private Path build;
  private Path source = Path.of("");
  private Path compiled = Path.of("");

  @BeforeEach
  void compile() throws IOException {
    source = Files.createDirectories(build.resolve("sources")).resolve("A.java");
    compiled = Files.createDirectories(build.resolve("classes")).resolve("A.class");
    Files.writeString(source, "/** One. */\nclass A {}\n");
    run();
    Files.writeString(compiled, "class file");
  }

  @Test
  void newCommentLeavesTheClasses() throws IOException {
    Files.writeString(source, "/**\n * Two,\n * three.\n */\nclass A {} // four\n");
    run();

    assertThat(compiled).exists();
  }

  @Test
  void newCodeDeletesTheClasses() throws IOException {
    Files.writeString(source, "/** One. */\nclass A { int b; }\n");
    run();

    assertThat(compiled).doesNotExist();
  }

  @Test
  void goneFileDeletesTheClasses() throws IOException {
    Files.delete(source);
    run();

    assertThat(compiled).doesNotExist();
  }

  @Test
  void commentsWithinLiteralsAreCode() {
    String java =
        "String a = \"// \\\" /* b\"; char c = '\"'; /* d */ String e = \"\"\"\n/*f*/\"\"\";";

    assertThat(Recompilation.withoutComments(java))
        .isEqualTo("String a = \"// \\\" /* b\"; char c = '\"'; String e = \"\"\" /*f*/\"\"\";");
  }

  private void run() throws IOException {
    Recompilation.main(new String[] {build.toString(), build.resolve("sources").toString()});
  }
}
