package io.github.extendclient.generator;

import java.util.List;

/**
 * A method of an interface.
 *
 * @param doc its comment
 * @param annotations its annotations, each for a separate line
 * @param signature the signature, without a trailing semicolon or brace
 * @param body the statements of a default method; empty for one that Retrofit implements
 */
record MethodView(String doc, List<String> annotations, String signature, List<String> body) {
  public boolean hasBody() {
    return !body.isEmpty();
  }
}
