package io.github.extendclient.generator;

/**
 * The state shared by all parts of one generated file.
 *
 * @param imports its imports
 * @param markdown converts descriptions to Javadoc
 */
record FileContext(Imports imports, Markdown markdown) {}
