package io.github.extendclient.deletion;

import java.util.function.Consumer;

/**
 * The delete operation for an ID.
 *
 * @param name the operation as reports show it, such as {@code DELETE /files/{id} (2026-02-09)}
 * @param delete sends the request and waits for the response; throws if it is no success
 */
record Route(String name, Consumer<String> delete) implements Routing {}
