package io.github.extendclient.deletion;

/** Knows which operation deletes an ID. */
@FunctionalInterface
interface Router {
  Routing route(String id);
}
