package io.github.extendclient.generator;

/**
 * A model as the factory of adapters finds it.
 *
 * @param name its simple name
 * @param number its place
 * @param adapter the expression of its adapter
 */
record AdapterView(String name, int number, String adapter) {}
