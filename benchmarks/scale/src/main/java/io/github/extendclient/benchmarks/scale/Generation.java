package io.github.extendclient.benchmarks.scale;

import java.nio.file.Path;
import java.util.function.BiFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Our templates with the settings that stand in the POM of the generated client. */
final class Generation {
  private static final String PLUGIN = "//plugin[artifactId='openapi-generator-maven-plugin']";
  private static final String SETTINGS = PLUGIN + "/configuration/";
  private static final String EXECUTION =
      PLUGIN + "/executions/execution[id='v20260209']/configuration/";

  private final Path module;
  private final Document pom;
  private final XPath xpath = XPathFactory.newInstance().newXPath();

  /** The folder of the module {@code client-generated}. */
  Generation(Path module) throws Exception {
    this.module = module;
    this.pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(module.resolve("pom.xml").toFile());
  }

  void run(Path spec, Path output) throws XPathExpressionException {
    GlobalSettings.reset();
    GlobalSettings.setProperty("apis", "");
    GlobalSettings.setProperty("models", "");
    GlobalSettings.setProperty(
        "supportingFiles", text(SETTINGS + "supportingFilesToGenerate").trim());
    for (String left : new String[] {"apiTests", "apiDocs", "modelTests", "modelDocs"}) {
      GlobalSettings.setProperty(left, "false");
    }
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(module.resolve("src/main/codegen/v20260209.yaml").toString());
    configurator
        .setGeneratorName("java")
        .setLibrary(text(SETTINGS + "library"))
        .setTemplateDir(module.resolve("src/main/templates").toString())
        .setInputSpec(spec.toString())
        .setOutputDir(output.toString())
        .setInvokerPackage(text(EXECUTION + "invokerPackage"))
        .setApiPackage(text(EXECUTION + "apiPackage"))
        .setModelPackage(text(EXECUTION + "modelPackage"));
    for (Node option : each(SETTINGS + "configOptions/*")) {
      configurator.addAdditionalProperty(option.getNodeName(), option.getTextContent());
    }
    pairs(EXECUTION + "additionalProperties/*", configurator::addAdditionalProperty);
    pairs(EXECUTION + "importMappings/*", configurator::addImportMapping);
    pairs(SETTINGS + "modelNameMappings/*", configurator::addModelNameMapping);
    pairs(SETTINGS + "reservedWordsMappings", configurator::addAdditionalReservedWordMapping);
    pairs(SETTINGS + "nameMappings", configurator::addNameMapping);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  private String text(String path) throws XPathExpressionException {
    return xpath.evaluate(path, pom);
  }

  private void pairs(String path, BiFunction<String, String, ?> add)
      throws XPathExpressionException {
    for (Node node : each(path)) {
      for (String pair : node.getTextContent().trim().split(",")) {
        int equals = pair.indexOf('=');
        add.apply(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  private Node[] each(String path) throws XPathExpressionException {
    NodeList list = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    Node[] nodes = new Node[list.getLength()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = list.item(i);
    }
    return nodes;
  }
}
