package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in a named module, compiled and loaded for each test. */
class ModulePathTest {
  @TempDir Path folder;

  @Test
  void aRecordInAnOpenPackageIsRead() throws Exception {
    Class<?> type = load("opens com.acme;", "record Bill(String number) {}");

    assertThat(read(type)).hasToString("Bill[number=R-1]");
  }

  @Test
  void aPublicRecordInAnExportedPackageIsRead() throws Exception {
    Class<?> type = load("exports com.acme;", "public record Bill(String number) {}");

    assertThat(read(type)).hasToString("Bill[number=R-1]");
  }

  @Test
  void aRecordThatItsModuleHidesIsRefused() throws Exception {
    Class<?> type = load("", "public record Bill(String number) {}");

    assertThatThrownBy(() -> read(type))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The record com.acme.Bill cannot be constructed from here: its module does not open"
                + " it. Add \"opens com.acme;\" to the declaration of the module acme.");
  }

  private static Record read(Class<?> type) {
    return ExtractionSchema.of(type.asSubclass(Record.class))
        .read(Json.output("{'number': 'R-1'}"))
        .value();
  }

  private Class<?> load(String directive, String record)
      throws IOException, ClassNotFoundException {
    Path module = folder.resolve("module-info.java");
    Path source = folder.resolve("com/acme/Bill.java");
    Files.createDirectories(source.getParent());
    Files.writeString(module, "module acme { " + directive + " }");
    Files.writeString(source, "package com.acme; " + record);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), module.toString(), source.toString());
    assertThat(result).isZero();

    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of("acme"));
    return ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), ClassLoader.getSystemClassLoader())
        .layer()
        .findLoader("acme")
        .loadClass("com.acme.Bill");
  }
}
