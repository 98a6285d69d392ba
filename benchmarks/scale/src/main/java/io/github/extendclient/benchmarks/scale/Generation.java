package io.github.extendclient.benchmarks.scale;

import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the POM of the generated client does. */
final class Generation {
  private static final String GENERATOR = "io.github.extendclient.generator.ExtendCodegen";

  private Generation() {}

  static void run(Path spec, Path output) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(GENERATOR)
            .setValidateSpec(false)
            .setInputSpec(spec.toString())
            .setOutputDir(output.toString())
            .setInvokerPackage("io.github.extendclient.v20260209");
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }
}
