package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private final Imports imports = new Imports("x.model", Set.of("List", "Integer"));

  @Test
  void usedClassIsImportedOnce() {
    assertThat(imports.use("java.util.Map")).isEqualTo("Map");
    assertThat(imports.use("java.util.Map")).isEqualTo("Map");
    assertThat(imports.lines()).containsExactly("java.util.Map");
  }

  @Test
  void secondClassOfOneNameIsSpelledInFull() {
    assertThat(imports.use("retrofit2.http.Path")).isEqualTo("Path");
    assertThat(imports.use("java.nio.file.Path")).isEqualTo("java.nio.file.Path");
    assertThat(imports.lines()).containsExactly("retrofit2.http.Path");
  }

  @Test
  void classesOfThePackageAndOfJavaLangNeedNoImport() {
    assertThat(imports.use("x.model.File")).isEqualTo("File");
    assertThat(imports.use("java.lang.String")).isEqualTo("String");
    assertThat(imports.lines()).isEmpty();
  }

  @Test
  void classOfJavaLangThatASiblingHidesIsSpelledInFull() {
    assertThat(imports.use("java.lang.Integer")).isEqualTo("java.lang.Integer");
  }

  @Test
  void nameThatTheFileDeclaresIsTaken() {
    imports.declare("Builder");

    assertThat(imports.use("y.Builder")).isEqualTo("y.Builder");
  }

  @Test
  void annotationOfTypeSpelledInFullStandsBeforeItsLastPart() {
    imports.use("java.util.List");
    JavaType type = JavaType.of("x.model.List").asNullable();

    assertThat(type.in(imports)).isEqualTo("x.model.@Nullable List");
  }
}
