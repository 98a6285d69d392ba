package io.github.extendclient;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.extendclient.bulk.BulkOperations;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.testsupport.StringConstants;
import io.github.extendclient.v20260209.ExtendApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The rules for dependencies between packages. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/model/"))
          .importPackages("io.github.extendclient");

  /** Packages that others can import. */
  private static final List<String> OPEN =
      List.of(
          "io.github.extendclient",
          "io.github.extendclient.attempt",
          "io.github.extendclient.bulk",
          "io.github.extendclient.deletion",
          "io.github.extendclient.error",
          "io.github.extendclient.extraction",
          "io.github.extendclient.id",
          "io.github.extendclient.layout",
          "io.github.extendclient.operation",
          "io.github.extendclient.pacing",
          "io.github.extendclient.page",
          "io.github.extendclient.result",
          "io.github.extendclient.webhook");

  private static final String[] OURS =
      Stream.concat(OPEN.stream(), Stream.of("io.github.extendclient.internal.."))
          .toArray(String[]::new);

  /**
   * Their task is a part of the API that no operation describes: events, and schemas in outputs.
   */
  private static final String[] TASKS = {
    "io.github.extendclient.extraction",
    "io.github.extendclient.layout",
    "io.github.extendclient.result",
    "io.github.extendclient.webhook"
  };

  /** Where the classes of this module lie. */
  private static final Path HOME =
      Path.of(
          URI.create(
              ExtendClient.class.getProtectionDomain().getCodeSource().getLocation().toString()));

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
  void noPackageOfThisModuleIsForgotten() {
    Assertions.assertThat(CLASSES.stream().filter(ArchitectureTest::isOfThisModule))
        .isNotEmpty()
        .allMatch(type -> resideInAnyPackage(OURS).test(type), "stands in a package of the rules");
  }

  @Test
  void onlyTheClientAndTheTaskPackagesKnowGeneratedCode() {
    noClasses()
        .that(resideInAnyPackage(OURS).and(not(resideInAnyPackage(TASKS))))
        .and()
        .doNotBelongToAnyOf(ExtendClient.class, BulkOperations.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.extendclient.v20..")
        .because("what the client knows of the API it reads from annotations")
        .check(CLASSES);
  }

  @Test
  void onlyInternalJsonKnowsWhatGeneratedCodeIsMadeWith() {
    noClasses()
        .that(resideInAnyPackage(OURS))
        .and()
        .resideOutsideOfPackage("io.github.extendclient.internal.json..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.extendclient.runtime.internal..")
        .check(CLASSES);
  }

  @Test
  void onlyAdaptersUseLookahead() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.extendclient.runtime.internal..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("Lookahead")
        .check(CLASSES);
  }

  /** Neither as {@code /files/{id}} nor as {@code files/}, the form of Retrofit's annotations. */
  @Test
  void noClassNamesAnEndpoint() throws IOException {
    String segments =
        Stream.of(ExtendApi.class, io.github.extendclient.v20250421.ExtendApi.class)
            .flatMap(api -> Catalog.accessorsOf(api).stream())
            .flatMap(accessor -> Catalog.methodsOf(accessor.getReturnType()).stream())
            .map(method -> method.operation().path().split("/")[1])
            .distinct()
            .collect(Collectors.joining("|"));
    Pattern endpoint = Pattern.compile(": (" + segments + ")/|/(" + segments + ")(/|$)");
    List<String> texts = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      if (isOfThisModule(type)) {
        StringConstants.of(type.reflect()).forEach(text -> texts.add(type.getName() + ": " + text));
      }
    }

    Assertions.assertThat(List.of("X: /files/{id}", "X: files/upload"))
        .allMatch(text -> endpoint.matcher(text).find(), "are found by the pattern");
    Assertions.assertThat(texts).hasSizeGreaterThan(100);
    Assertions.assertThat(texts).filteredOn(text -> endpoint.matcher(text).find()).isEmpty();
  }

  @Test
  void noOperationIsDeclared() {
    List<String> declared =
        CLASSES.stream()
            .filter(ArchitectureTest::isOfThisModule)
            .flatMap(type -> type.getMethods().stream())
            .filter(
                method ->
                    method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getPackageName())
                        .anyMatch("retrofit2.http"::equals))
            .map(JavaCodeUnit::getFullName)
            .toList();

    Assertions.assertThat(declared).as("that is for the generated interfaces").isEmpty();
  }

  @Test
  void theTaskPackagesStandAlone() {
    slices()
        .matching("io.github.extendclient.(deletion|extraction|page|webhook)..")
        .should()
        .notDependOnEachOther()
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
  void everyExceptionInThePublicApiHasTheOneRootAndNoPublicConstructor() {
    DescribedPredicate<JavaClass> exceptions =
        resideInAnyPackage(OPEN.toArray(String[]::new)).and(simpleNameEndingWith("Exception"));

    classes().that(exceptions).should().beAssignableTo(ExtendException.class).check(CLASSES);
    noConstructors().that().areDeclaredInClassesThat(exceptions).should().bePublic().check(CLASSES);
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
  void packagesHaveNoCycles() {
    slices().assignedFrom(new PackagesOfThisModule()).should().beFreeOfCycles().check(CLASSES);
  }

  /** The runtime and its internal half count as one package: each is written for the other. */
  @Test
  void generatedPackagesHaveNoCyclesBesideTheRuntimeAndItsInternalHalf() {
    slices().assignedFrom(new PackagesOfGeneratedCode()).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCatalogReadsAnnotationsOfOperations() {
    noClasses()
        .that(
            resideInAnyPackage(OURS)
                .and(not(resideInAnyPackage("io.github.extendclient.internal.catalog"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("retrofit2.http..")
                .or(belongToAnyOf(Operation.class, IdPrefix.class, ApiVersion.class)))
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
                            "io.github.extendclient.extraction",
                            "io.github.extendclient.webhook",
                            "io.github.extendclient"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.squareup.moshi..")
        .check(CLASSES);
  }

  private static boolean isOfThisModule(JavaClass type) {
    return type.getSource()
        .map(Source::getUri)
        .filter(uri -> uri.getScheme().equals("file") && Path.of(uri).startsWith(HOME))
        .isPresent();
  }

  private static Stream<JavaCodeUnit> publicApi() {
    return CLASSES.stream()
        .filter(type -> OPEN.contains(type.getPackageName()))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(
            unit ->
                unit.getModifiers().contains(JavaModifier.PUBLIC)
                    || unit.getModifiers().contains(JavaModifier.PROTECTED));
  }

  private static boolean mentions(JavaCodeUnit unit, String... packages) {
    return Stream.of(List.of(unit.getReturnType()), unit.getParameterTypes())
        .flatMap(List::stream)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getPackageName)
        .anyMatch(name -> Stream.of(packages).anyMatch(name::startsWith));
  }

  private static final class PackagesOfThisModule implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return isOfThisModule(type)
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages of this module";
    }
  }

  private static final class PackagesOfGeneratedCode implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return isOfThisModule(type)
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(type.getPackageName().replace(".runtime.internal", ".runtime"));
    }

    @Override
    public String getDescription() {
      return "packages of generated code";
    }
  }
}
