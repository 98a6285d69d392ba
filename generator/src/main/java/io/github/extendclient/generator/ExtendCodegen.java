package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator: the stock Java generator for Retrofit with different templates. A build sets this
 * class as {@code generatorName}.
 *
 * <p>The package of the generated code is {@code invokerPackage}; interfaces are in its {@code
 * api}, models in its {@code model}.
 */
public class ExtendCodegen extends JavaClientCodegen {
  private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final String SAMPLES = "samples.mustache";

  private final Map<String, Operation> operations = new HashMap<>();
  private final Map<String, OperationLinks.Target> links = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final List<RootView> roots = new ArrayList<>();
  private Set<String> sent = Set.of();
  private String version = "";
  private @Nullable DocumentContext document;
  private Map<String, CodegenModel> classes = Map.of();

  /** For the plugin, which creates it by reflection. */
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
    apiTemplateFiles.put(SAMPLES, ".java");
    modelTestTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    supportingFiles.clear();
    refuse();
    String lastPart = invokerPackage.substring(invokerPackage.lastIndexOf('.') + 1);
    addJava("ModelJsonAdapterFactory", modelPackage);
    addJava("FutureMember", modelPackage);
    addJava("ExtendApi", invokerPackage);
    addJava("Version", invokerPackage);
    addSupportingFile("packageInfoRoot", folder(invokerPackage), "package-info.java");
    addSupportingFile("packageInfoApi", folder(apiPackage), "package-info.java");
    addSupportingFile("packageInfoModel", folder(modelPackage), "package-info.java");
    String metaInf = projectFolder + "/resources/META-INF/";
    addSupportingFile("proguard", metaInf + "proguard", "extend-" + lastPart + ".pro");
    addSupportingFile(
        "reachability",
        metaInf + "native-image/io.github.extendclient/" + lastPart,
        "reachability-metadata.json");
  }

  /** Checks the document as it was written, before the stock generator changes it. */
  private void refuse() {
    Object source = additionalProperties.getOrDefault("sourceSpec", getInputSpec());
    SpecFile file = source == null ? null : SpecFile.read(source.toString());
    if (file == null) {
      throw new Refusal(List.of(source + ": there is no such document: correct inputSpec."));
    }
    Refusals.check(file, new CodegenNames(this));
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openApi) {
    Preparation.of(openApi);
    super.preprocessOpenAPI(openApi);
    version = openApi.getInfo().getVersion();
    additionalProperties.put("apiVersion", version);
    additionalProperties.put("modelViews", List.of());
    sent = SentModels.of(openApi);
    for (Tag tag : Objects.requireNonNullElse(openApi.getTags(), List.<Tag>of())) {
      tags.put(tag.getName(), tag.getDescription());
    }
    openApi
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> note(method + " " + path, operation)));
  }

  private void note(String request, Operation operation) {
    String id = operation.getOperationId();
    operations.put(id, operation);
    String tag =
        operation.getTags() == null || operation.getTags().isEmpty()
            ? "default"
            : operation.getTags().get(0);
    OperationLinks.Target target =
        new OperationLinks.Target(
            toApiName(sanitizeTag(tag)), OperationNames.method(id, operation.getExtensions()));
    links.put(request, target);
    links.put(id, target);
  }

  /** Keeps a name that Java permits, even if Java or the stock generator reserves it. */
  @Override
  public String toModelName(String name) {
    return TYPE_NAME.matcher(name).matches() ? name : super.toModelName(name);
  }

  /**
   * Applies {@code x-extend-name}. Sets the type of list items that are not enums as their enum
   * name, because the stock generator would warn about a form with such a list.
   */
  @Override
  @SuppressWarnings("rawtypes")
  public CodegenProperty fromProperty(
      String name, Schema schema, boolean required, boolean isAdditional) {
    CodegenProperty property = super.fromProperty(name, schema, required, isAdditional);
    Object named = property.vendorExtensions.get("x-extend-name");
    if (named != null) {
      property.name = named.toString();
      property.getter = "get" + Literals.capitalized(property.name);
    }
    if (name.equals("inner") && property.enumName == null) {
      property.enumName = property.baseType;
    }
    return property;
  }

  @Override
  public CodegenParameter fromParameter(Parameter parameter, Set<String> imports) {
    return named(super.fromParameter(parameter, imports));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public CodegenParameter fromFormProperty(String name, Schema schema, Set<String> imports) {
    return named(super.fromFormProperty(name, schema, imports));
  }

  private static CodegenParameter named(CodegenParameter parameter) {
    Object name = parameter.vendorExtensions.get("x-extend-name");
    if (name != null) {
      parameter.paramName = name.toString();
    }
    return parameter;
  }

  /** Escapes a Java keyword with a trailing underscore. */
  @Override
  public String escapeReservedWord(String name) {
    return Character.isDigit(name.charAt(0)) ? "_" + name : name + "_";
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> files) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(files);
    Map<String, CodegenModel> models = new TreeMap<>();
    for (ModelsMap file : processed.values()) {
      for (ModelMap map : file.getModels()) {
        // An alias of a string or number has no class.
        if (!map.getModel().isAlias) {
          models.put(map.getModel().classname, map.getModel());
        }
      }
    }
    classes = models;
    DocumentContext context = context(models);
    document = context;
    List<AdapterView> adapters = new ArrayList<>();
    models.forEach(
        (name, model) -> {
          model.vendorExtensions.put("view", view(model, context));
          String adapter = name + (isUnion(model) ? ".Unknown" : "") + ".ADAPTER";
          adapters.add(new AdapterView(name, adapters.size(), adapter));
          if (Boolean.TRUE.equals(model.vendorExtensions.get("x-extend-events"))) {
            additionalProperties.put("eventType", name);
          }
        });
    additionalProperties.put("modelViews", adapters);
    Set<String> unions = named(models, ExtendCodegen::isUnion);
    additionalProperties.put("unions", String.join(", ", unions));
    additionalProperties.put("hasUnions", !unions.isEmpty());
    additionalProperties.put(
        "hasRuns", unions.stream().anyMatch(union -> UnionView.isRun(models.get(union))));
    return processed;
  }

  private DocumentContext context(Map<String, CodegenModel> models) {
    Map<String, String> descriptions = new TreeMap<>();
    models.forEach(
        (name, model) ->
            descriptions.put(
                name, Objects.requireNonNullElse(model.unescapedDescription, name + ".")));
    return new DocumentContext(
        invokerPackage,
        version,
        descriptions,
        new ValueTypes(
            modelPackage,
            named(models, ExtendCodegen::isUnion),
            named(models, EnumView::isInteger)),
        new ParameterSchemas(openAPI, (name, schema) -> fromProperty(name, schema, false)),
        sent,
        named(models, RunFacts::isFile),
        new OperationLinks(links));
  }

  private static Set<String> named(
      Map<String, CodegenModel> models, Predicate<CodegenModel> chosen) {
    Set<String> names = new TreeSet<>();
    models.forEach(
        (name, model) -> {
          if (chosen.test(model)) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean isUnion(CodegenModel model) {
    return model.vendorExtensions.containsKey("x-is-one-of-interface");
  }

  private static ModelView view(CodegenModel model, DocumentContext context) {
    if (model.isEnum) {
      return new ModelView(null, new EnumView(model, context), null);
    }
    return isUnion(model)
        ? new ModelView(null, null, new UnionView(model, context))
        : new ModelView(new ObjectView(model, context), null, null);
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap api, List<ModelMap> allModels) {
    OperationsMap processed = super.postProcessOperationsWithModels(api, allModels);
    String name = processed.getOperations().getClassname();
    // A document without schemas has no models to process.
    DocumentContext context = Objects.requireNonNullElseGet(document, () -> context(Map.of()));
    FileContext file = context.apiContext(name);
    List<OperationView> views = new ArrayList<>();
    String description = null;
    for (CodegenOperation operation : processed.getOperations().getOperation()) {
      Operation source = operations.get(operation.operationIdOriginal);
      OnceRequired.order(operation);
      views.add(new OperationView(operation, source, context, file));
      if (description == null && source.getTags() != null && !source.getTags().isEmpty()) {
        description = tags.get(source.getTags().get(0));
      }
    }
    ApiView view = new ApiView(name, context, file, description, views);
    processed.put("view", view);
    processed.put("samples", samples(name, context, processed, views));
    String resource = name.replaceAll("Api$", "");
    Javadoc doc = new Javadoc(file.markdown()).text(description);
    doc.tag("return", "the same object each time");
    roots.add(new RootView(name, Literals.decapitalized(resource), doc.at(2)));
    additionalProperties.put("apiViews", roots);
    return processed;
  }

  /** Deletes the files of an earlier run that this run did not write; unchanged files stay. */
  @Override
  public void postProcess() {
    Path output = Path.of(getOutputDir());
    Path list = output.resolve(".openapi-generator/FILES");
    Path sources = output.resolve("src");
    try (Stream<Path> files = Files.walk(sources)) {
      Set<Path> written = new TreeSet<>();
      Files.readAllLines(list).forEach(file -> written.add(output.resolve(file)));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SamplesView samples(
      String api, DocumentContext context, OperationsMap operations, List<OperationView> views) {
    String name = samplesOf(api);
    FileContext file = context.sampleContext(name);
    SampleValues values = new SampleValues(classes, modelPackage, file.imports());
    List<OperationSample> samples = new ArrayList<>();
    for (CodegenOperation operation : operations.getOperations().getOperation()) {
      samples.add(
          new OperationSample(
              operation,
              views.get(samples.size()),
              this.operations.get(operation.operationIdOriginal),
              context,
              values,
              apiPackage + "." + api,
              file.imports()));
    }
    String root = invokerPackage + ".ExtendApi";
    return new SamplesView(context.samplePackage(), name, file, root, samples);
  }

  /** Samples are not tests, which the stock generator does not overwrite. */
  @Override
  public String apiFilename(String templateName, String tag) {
    if (!templateName.equals(SAMPLES)) {
      return super.apiFilename(templateName, tag);
    }
    String folder = (invokerPackage + ".samples").replace('.', '/');
    String name = samplesOf(toApiName(tag));
    return outputFolder + "/src/samples/java/" + folder + "/" + name + ".java";
  }

  private static String samplesOf(String api) {
    return api.replaceAll("Api$", "") + "Samples";
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
