package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * What releases required of a caller, by {@code x-extend-once-required}, so that the methods that
 * programs call with it stay.
 *
 * @param lists the names that one release required, in the order of Java
 */
record OnceRequired(List<List<String>> lists) {
  static OnceRequired of(Map<String, Object> extensions) {
    List<List<String>> lists = new ArrayList<>();
    if (extensions.get("x-extend-once-required") instanceof Iterable<?> stated) {
      for (Object list : stated) {
        if (list instanceof Iterable<?> names) {
          List<String> found = new ArrayList<>();
          names.forEach(name -> found.add(name.toString()));
          lists.add(found);
        }
      }
    }
    return new OnceRequired(lists);
  }

  /**
   * Puts the parameters of an operation into the order of its methods: those of the path as they
   * stand in it, the others as in the release that required the same ones.
   */
  static void order(CodegenOperation operation) {
    operation.pathParams.sort(
        Comparator.comparingInt(
            parameter -> operation.path.indexOf("{" + parameter.baseName + "}")));
    List<List<CodegenParameter>> sent =
        List.of(operation.formParams, operation.queryParams, operation.headerParams);
    Set<String> required = new HashSet<>();
    sent.stream()
        .flatMap(List::stream)
        .filter(parameter -> parameter.required)
        .forEach(parameter -> required.add(parameter.baseName));
    of(operation.vendorExtensions).lists().stream()
        .filter(list -> required.equals(Set.copyOf(list)))
        .findFirst()
        .ifPresent(
            list ->
                sent.forEach(
                    parameters ->
                        parameters.sort(
                            Comparator.comparingInt(
                                parameter -> list.indexOf(parameter.baseName)))));
  }

  /** The lists with more names than are required now. */
  Stream<List<String>> longerThan(Set<String> required) {
    return lists.stream()
        .filter(list -> list.size() > required.size() && list.containsAll(required));
  }
}
