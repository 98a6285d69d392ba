package io.github.extendclient.generator;

/**
 * A model with its adapter, for the generated factory of adapters.
 *
 * @param name its simple name
 * @param number its index
 * @param adapter the expression for its adapter
 */
record AdapterView(String name, int number, String adapter) {}
