package io.github.extendclient.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the server: one for each resource, without cycles. */
final class ArchitectureTest {
  private static final String INTERNAL = "io.github.extendclient.testing.internal.";

  private static final String[] RESOURCES = {
    INTERNAL + "batch..",
    INTERNAL + "edit..",
    INTERNAL + "evaluation..",
    INTERNAL + "file..",
    INTERNAL + "parse..",
    INTERNAL + "processor..",
    INTERNAL + "webhook..",
    INTERNAL + "workflow.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.extendclient.testing");

  @Test
  void packagesHaveNoCycles() {
    assertThat(CLASSES.size()).isGreaterThan(100);
    slices().matching("io.github.extendclient.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void whatResourcesShareDoesNotKnowThem() {
    noClasses()
        .that()
        .resideInAnyPackage(
            INTERNAL + "api..",
            INTERNAL + "document..",
            INTERNAL + "engine..",
            INTERNAL + "extract..",
            INTERNAL + "formula..",
            INTERNAL + "http..",
            INTERNAL + "json..",
            INTERNAL + "state..",
            INTERNAL + "thread..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(RESOURCES)
        .check(CLASSES);
  }

  @Test
  void readingADocumentKnowsNothingOfHttpAndTheApi() {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + "document..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTERNAL + "api..", INTERNAL + "http..", INTERNAL + "state..")
        .check(CLASSES);
  }

  @Test
  void noResourceKnowsHowWebhooksAreDelivered() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "webhook..")
        .and()
        .resideInAPackage(INTERNAL + "*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INTERNAL + "webhook..")
        .check(CLASSES);
  }

  @Test
  void theServerHasNoModelOfTheClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.extendclient.v20260209..",
            "io.github.extendclient.v20250421..",
            "io.github.extendclient.runtime..")
        .check(CLASSES);
  }
}
