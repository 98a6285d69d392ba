package io.github.extendclient.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * The output of the generator for a document.
 *
 * @param folder the output
 */
record Generated(Path folder) {
  static Generated of(Path folder, String document) {
    try {
      Path input = Files.writeString(folder.resolve("api.yaml"), document);
      CodegenConfigurator configurator =
          new CodegenConfigurator()
              .setGeneratorName(ExtendCodegen.class.getName())
              .setInputSpec(input.toString())
              .setOutputDir(folder.resolve("out").toString())
              .setInvokerPackage("x")
              .setValidateSpec(false)
              .setEnableMinimalUpdate(true);
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
      return new Generated(folder.resolve("out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String file) {
    return folder.resolve("src/main/java/x/" + file);
  }

  String text(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The declarations of an interface, without comments and bodies, each on one line. */
  String code(String file) {
    return Recompilation.withoutComments(text(file));
  }
}
