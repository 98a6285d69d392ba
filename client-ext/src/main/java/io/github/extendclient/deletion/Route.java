package io.github.extendclient.deletion;

import java.util.function.Consumer;

/**
 * The delete operation for an ID.
 *
 * @param name the operation's name in reports, such as {@code DELETE /files/{id} (2026-02-09)}
 * @param delete sends the request and waits for the response; throws unless it succeeds
 */
record Route(String name, Consumer<String> delete) implements Routing {}
