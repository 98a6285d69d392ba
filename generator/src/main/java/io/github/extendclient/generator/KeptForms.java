package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The methods of an operation that take what a release required and this version does not, so that
 * existing programs still call them: {@link OnceRequired}.
 */
final class KeptForms {
  private final OperationView view;
  private final List<Argument> arguments;
  private final List<Argument> optional;

  /**
   * For what one release required.
   *
   * @param view the operation
   * @param arguments of the methods
   */
  KeptForms(OperationView view, List<Argument> arguments) {
    this.view = view;
    this.arguments = arguments;
    Set<String> required = new TreeSet<>();
    view.required().forEach(argument -> required.add(argument.name()));
    this.optional =
        arguments.stream().filter(argument -> !required.contains(argument.name())).toList();
  }

  List<MethodView> methods() {
    Set<String> taken = new TreeSet<>();
    arguments.forEach(argument -> taken.add(argument.name()));
    String params = Names.free("params", taken);
    List<Argument> withParams = new ArrayList<>(arguments);
    withParams.add(Argument.sent("", view.paramsClass(), params, "further optional parameters"));
    List<MethodView> methods = new ArrayList<>();
    for (Form form : Form.values()) {
      methods.add(method(form, arguments, view.paramsClass() + ".builder()"));
    }
    for (Form form : Form.values()) {
      methods.add(method(form, withParams, params + ".toBuilder()"));
    }
    return methods;
  }

  private MethodView method(Form form, List<Argument> given, String builder) {
    List<String> values = new ArrayList<>(view.required().stream().map(Argument::name).toList());
    values.add(
        optional.stream()
            .map(argument -> "." + argument.name() + "(" + argument.name() + ")")
            .collect(Collectors.joining("", builder, ".build()")));
    String names =
        optional.stream()
            .map(argument -> "{@code " + argument.name() + "}")
            .collect(Collectors.joining(" and "));
    return view.defaultMethod(
        view.doc().ofKept(form, given, names).at(2),
        form,
        given,
        List.of(Layout.call(4, view.call(form), values, ");")));
  }
}
