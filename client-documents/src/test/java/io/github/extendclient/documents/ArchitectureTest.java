package io.github.extendclient.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules for the dependencies of this module. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.extendclient.documents");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.extendclient.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noNetworkIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..", "okhttp3..", "retrofit2..", "io.github.extendclient.internal..")
        .check(CLASSES);
  }

  @Test
  void pdfBoxAndAwtAreNotInThePublicApi() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .notHaveRawReturnType(
            JavaClass.Predicates.resideInAnyPackage("org.apache.pdfbox..", "java.awt.."))
        .check(CLASSES);
  }
}
