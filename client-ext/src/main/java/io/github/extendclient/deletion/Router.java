package io.github.extendclient.deletion;

/** Finds the operation that deletes an ID. */
@FunctionalInterface
interface Router {
  Routing route(String id);
}
