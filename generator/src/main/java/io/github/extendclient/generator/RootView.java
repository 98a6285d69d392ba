package io.github.extendclient.generator;

/**
 * An interface in the class with all operations.
 *
 * @param name the name of the interface
 * @param accessor the method that returns it
 * @param doc the comment of that method
 */
record RootView(String name, String accessor, String doc) {}
