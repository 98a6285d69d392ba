package io.github.extendclient.generator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by the views of all files of one document.
 *
 * @param invokerPackage the package of the generated code
 * @param version the API version
 * @param models all models, by simple name
 * @param types finds the types of schemas
 * @param parameterSchemas finds the schemas of parameters
 * @param sent the models in requests
 * @param fileModels the models that are files of the API
 * @param links the links from operations to their methods
 */
record DocumentContext(
    String invokerPackage,
    String version,
    Map<String, String> models,
    ValueTypes types,
    ParameterSchemas parameterSchemas,
    Set<String> sent,
    Set<String> fileModels,
    OperationLinks links) {

  String modelPackage() {
    return invokerPackage + ".model";
  }

  String apiPackage() {
    return invokerPackage + ".api";
  }

  String samplePackage() {
    return invokerPackage + ".samples";
  }

  boolean isSent(String model) {
    return sent.contains(model);
  }

  FileContext modelContext(String name) {
    return context(new Imports(modelPackage(), models.keySet()).declare(name), null);
  }

  FileContext apiContext(String name) {
    return context(new Imports(apiPackage(), new TreeSet<>()).declare(name), name);
  }

  FileContext sampleContext(String name) {
    return context(new Imports(samplePackage(), new TreeSet<>()).declare(name), null);
  }

  private FileContext context(Imports imports, @Nullable String api) {
    return new FileContext(
        imports, new Markdown(code -> links.link(code, api, apiPackage(), imports)));
  }
}
