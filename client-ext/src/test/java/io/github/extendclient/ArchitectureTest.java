package io.github.extendclient;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The fences between packages. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/model/"))
          .importPackages("io.github.extendclient");

  private static final String[] OURS = {
    "io.github.extendclient", "io.github.extendclient.error..", "io.github.extendclient.internal.."
  };

  private static final Set<String> HOOKS =
      Set.of(
          "io.github.extendclient.ExtendClientBuilder.httpClient(okhttp3.OkHttpClient)",
          "io.github.extendclient.ExtendClientBuilder.callFactory(okhttp3.Call$Factory)");

  @Test
  void generatedCodeAndItsRuntimeKnowNothingOfThisModule() {
    noClasses()
        .that()
        .resideInAnyPackage("io.github.extendclient.runtime..", "io.github.extendclient.v20..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OURS)
        .check(CLASSES);
  }

  @Test
  void onlyTheClientItselfKnowsGeneratedCode() {
    noClasses()
        .that()
        .resideInAnyPackage(OURS)
        .and()
        .areNotAssignableTo(ExtendClient.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.extendclient.v20..")
        .because("what the client knows of the API it reads from annotations")
        .check(CLASSES);
  }

  @Test
  void theHttpAndJsonLibrariesShowAtTheHooksOnly() {
    List<String> shown =
        publicApi()
            .filter(
                unit ->
                    mentions(unit, "okhttp3", "okio", "retrofit2", "com.squareup.moshi", "kotlin"))
            .map(JavaCodeUnit::getFullName)
            .filter(name -> !HOOKS.contains(name))
            .toList();

    Assertions.assertThat(shown).isEmpty();
  }

  @Test
  void internalTypesDoNotShow() {
    List<String> shown =
        publicApi()
            .filter(unit -> mentions(unit, "io.github.extendclient.internal"))
            .map(JavaCodeUnit::getFullName)
            .toList();

    Assertions.assertThat(shown).isEmpty();
  }

  @Test
  void internalPackagesHaveNoCycles() {
    slices()
        .matching("io.github.extendclient.internal.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void theJsonLibraryIsKnownWhereJsonIsReadOnly() {
    noClasses()
        .that(
            resideInAnyPackage(OURS)
                .and(
                    not(
                        resideInAnyPackage(
                            "io.github.extendclient.internal.json",
                            "io.github.extendclient.internal.error",
                            "io.github.extendclient.internal.call",
                            "io.github.extendclient"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.squareup.moshi..")
        .check(CLASSES);
  }

  private static Stream<JavaCodeUnit> publicApi() {
    return CLASSES.stream()
        .filter(
            type ->
                type.getPackageName().equals("io.github.extendclient")
                    || type.getPackageName().equals("io.github.extendclient.error"))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(
            unit ->
                unit.getModifiers().contains(JavaModifier.PUBLIC)
                    || unit.getModifiers().contains(JavaModifier.PROTECTED));
  }

  private static boolean mentions(JavaCodeUnit unit, String... packages) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .map(JavaClass::getPackageName)
        .anyMatch(name -> Stream.of(packages).anyMatch(name::startsWith));
  }
}
