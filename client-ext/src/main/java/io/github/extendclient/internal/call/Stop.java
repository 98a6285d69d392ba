package io.github.extendclient.internal.call;

/** Why a call is stopped, as opposed to ending by itself. */
enum Stop {
  /** Its future or its {@code Call} was cancelled. */
  CANCELLED,
  /** The thread that it blocks was interrupted. */
  INTERRUPTED,
  /** Its deadline has passed. */
  DEADLINE,
  /** The client was closed while it waited. */
  CLOSED
}
