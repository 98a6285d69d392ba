package io.github.extendclient.generator;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by all parts of one generated file.
 *
 * @param imports its imports
 * @param markdown converts descriptions to Javadoc
 * @param polled the methods of the interface that already have methods to wait for a run by its ID
 */
record FileContext(Imports imports, Markdown markdown, Set<@Nullable Object> polled) {
  FileContext(Imports imports, Markdown markdown) {
    this(imports, markdown, new HashSet<>());
  }
}
