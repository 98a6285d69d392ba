package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.ArrayList;
import java.util.List;
import org.openapitools.codegen.CodegenParameter;

/**
 * The class of the optional parameters of an operation.
 *
 * @param name its simple name
 * @param parameters the optional parameters, at least one
 * @param types the types of the parameters
 * @param file the file of the interface
 */
record ParametersClass(
    String name, List<CodegenParameter> parameters, ParameterTypes types, FileContext file) {
  /**
   * Returns the view of the class.
   *
   * @param method the Javadoc reference to the method that takes it
   */
  ParametersView view(String method) {
    List<ParametersView.SetterView> setters = new ArrayList<>();
    String pageToken = null;
    for (CodegenParameter parameter : parameters) {
      setters.add(setter(parameter));
      if (parameter.vendorExtensions.containsKey("x-extend-page-token")) {
        pageToken = parameter.paramName;
      }
    }
    String parent = "extends " + file.imports().use(INTERNAL + "OptionalParameters");
    if (pageToken != null) {
      parent += " implements " + file.imports().use(RUNTIME + "PageRequest") + "<" + name + ">";
    }
    String doc =
        new Javadoc(file.markdown()).html("Optional parameters of {@link #" + method + "}.").at(2);
    return new ParametersView(name, doc, parent, pageToken, setters);
  }

  private ParametersView.SetterView setter(CodegenParameter parameter) {
    String text = parameter.unescapedDescription;
    Javadoc doc = new Javadoc(file.markdown());
    if (text == null || text.isBlank()) {
      doc.html("The parameter " + Markdown.code(parameter.baseName) + "." + Limits.of(parameter));
    } else {
      doc.text(text + Limits.of(parameter));
    }
    doc.tag("param", parameter.paramName + " null for the server's default");
    doc.tag("return", "this").deprecatedIf(parameter.isDeprecated);
    String type = types.shown(parameter).asNullable().in(file.imports());
    return new ParametersView.SetterView(
        doc.at(6),
        parameter.isDeprecated ? List.of("@Deprecated") : List.of(),
        Layout.call(
            6,
            "public Builder " + parameter.paramName + "(",
            List.of(type + " " + parameter.paramName),
            ")"),
        "return " + types.addition(parameter, parameter.paramName, file.imports()) + ";");
  }
}
