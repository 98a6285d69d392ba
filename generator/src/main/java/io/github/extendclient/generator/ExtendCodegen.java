package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;

/**
 * The generator: the stock Java generator for Retrofit with templates of our own. A build names
 * this class as {@code generatorName}.
 *
 * <p>The package of the generated code is {@code invokerPackage}; interfaces are in its {@code
 * api}, models in its {@code model}.
 */
public class ExtendCodegen extends JavaClientCodegen {
  private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

  /** For the plugin, which makes it by reflection. */
  public ExtendCodegen() {
    embeddedTemplateDir = "extend";
    templateDir = embeddedTemplateDir;
    setLibrary(RETROFIT_2);
    setSerializationLibrary(SERIALIZATION_LIBRARY_GSON);
    setUseOneOfInterfaces(true);
    setOpenApiNullable(false);
    setHideGenerationTimestamp(true);
    reservedWords.removeIf(word -> !SourceVersion.isKeyword(word));
    reservedWords.addAll(List.of("true", "false"));
    importMapping.remove("File");
    importMapping.remove("List");
  }

  @Override
  public String getName() {
    return "extend";
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces and Moshi models for Java 17.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    setApiPackage(invokerPackage + ".api");
    setModelPackage(invokerPackage + ".model");
    additionalProperties.put(CodegenConstants.API_PACKAGE, apiPackage);
    additionalProperties.put(CodegenConstants.MODEL_PACKAGE, modelPackage);
    apiTestTemplateFiles.clear();
    modelTestTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    supportingFiles.clear();
    String version = invokerPackage.substring(invokerPackage.lastIndexOf('.') + 1);
    addJava("ModelJsonAdapterFactory", modelPackage);
    addJava("ExtendApi", invokerPackage);
    addSupportingFile("packageInfoRoot", folder(invokerPackage), "package-info.java");
    addSupportingFile("packageInfoApi", folder(apiPackage), "package-info.java");
    addSupportingFile("packageInfoModel", folder(modelPackage), "package-info.java");
    String metaInf = projectFolder + "/resources/META-INF/";
    addSupportingFile("proguard", metaInf + "proguard", "extend-" + version + ".pro");
    addSupportingFile(
        "reachability",
        metaInf + "native-image/io.github.extendclient/" + version,
        "reachability-metadata.json");
  }

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    additionalProperties.put("apiVersion", document.getInfo().getVersion());
    document.getComponents().getSchemas().values().forEach(ExtendCodegen::preferTag);
  }

  /**
   * A union with {@code x-extend-tag} has a member without the tag. Its discriminator is for
   * generators that need one; the stock code behind this class warns about it.
   */
  private static void preferTag(Schema<?> schema) {
    if (schema.getExtensions() != null && schema.getExtensions().containsKey("x-extend-tag")) {
      schema.setDiscriminator(null);
    }
  }

  /** A name that Java allows stays as it is, also when Java or the stock generator uses it too. */
  @Override
  public String toModelName(String name) {
    return TYPE_NAME.matcher(name).matches() ? name : super.toModelName(name);
  }

  /** One rule for the words of Java: an underscore behind them. */
  @Override
  public String escapeReservedWord(String name) {
    return Character.isDigit(name.charAt(0)) ? "_" + name : name + "_";
  }

  private void addJava(String name, String packageName) {
    addSupportingFile(name, folder(packageName), name + ".java");
  }

  private void addSupportingFile(String template, String folder, String file) {
    supportingFiles.add(new SupportingFile(template + ".mustache", folder, file));
  }

  private String folder(String packageName) {
    return sourceFolder + "/" + packageName.replace('.', '/');
  }
}
