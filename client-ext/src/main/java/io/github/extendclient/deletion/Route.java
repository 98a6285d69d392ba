package io.github.extendclient.deletion;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The delete operation for an ID.
 *
 * @param name the operation as reports show it, such as {@code DELETE /files/{id} (2026-02-09)}
 * @param delete sends the request
 */
record Route(String name, Function<String, ? extends CompletableFuture<?>> delete)
    implements Routing {}
