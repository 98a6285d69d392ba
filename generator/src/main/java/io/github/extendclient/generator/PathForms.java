package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shortest forms of an upload: the path of the file in place of the file.
 *
 * @param view the operation
 * @param body of its request
 */
record PathForms(OperationView view, BodyKind body) {
  /**
   * The methods; empty if the operation does not take one file.
   *
   * @param required the arguments of the form that takes the file
   */
  List<MethodView> of(List<Argument> required) {
    if (body != BodyKind.MULTIPART) {
      return List.of();
    }
    Imports imports = view.file().imports();
    String upload = ParameterTypes.UPLOAD.in(imports);
    List<Argument> files =
        required.stream().filter(argument -> argument.type().equals(upload)).toList();
    if (files.size() != 1) {
      return List.of();
    }
    Argument file = files.get(0);
    String path = imports.use("java.nio.file.Path");
    List<Argument> arguments =
        required.stream()
            .map(argument -> argument.equals(file) ? argument.withType(path) : argument)
            .map(Argument::withoutAnnotations)
            .toList();
    String values =
        required.stream()
            .map(Argument::name)
            .map(name -> name.equals(file.name()) ? upload + ".of(" + name + ")" : name)
            .collect(Collectors.joining(", "));
    List<MethodView> methods = new ArrayList<>();
    for (Form form : List.of(Form.BLOCKING, Form.ASYNC)) {
      Javadoc comment = view.doc().of(form, arguments, false);
      comment.tag(
          "throws",
          "IllegalArgumentException if the file is missing, a directory, unreadable or empty");
      methods.add(
          view.defaultMethod(
              comment.at(2), form, arguments, List.of(view.call(form) + values + ");")));
    }
    return methods;
  }
}
