package io.github.extendclient.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class of the optional parameters of an operation.
 *
 * @param name its simple name
 * @param doc its comment
 * @param parent its {@code extends} and {@code implements} clauses
 * @param pageToken the setter of the page token; null if the operation is not a listing
 * @param setters the setters of its builder
 */
record ParametersView(
    String name, String doc, String parent, @Nullable String pageToken, List<SetterView> setters) {
  /** A method of the builder. */
  record SetterView(String doc, List<String> annotations, String signature, String body) {}
}
