package io.github.extendclient.generator;

/**
 * An interface as the class of all operations gives access to it.
 *
 * @param name of the interface
 * @param accessor the method that returns it
 * @param doc the comment of that method
 */
record RootView(String name, String accessor, String doc) {}
