package io.github.extendclient.generator;

/**
 * What all parts of one generated file share.
 *
 * @param imports the classes that it uses
 * @param markdown turns descriptions into Javadoc
 */
record FileContext(Imports imports, Markdown markdown) {}
