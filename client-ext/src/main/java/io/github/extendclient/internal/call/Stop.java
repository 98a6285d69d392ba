package io.github.extendclient.internal.call;

/** Why a call ends from outside, and not by what its attempts brought. */
enum Stop {
  /** Its future or its {@code Call} was cancelled. */
  CANCELLED,
  /** The thread that it blocks was interrupted. */
  INTERRUPTED,
  /** Its time is over. */
  DEADLINE,
  /** The client was closed while it waited. */
  CLOSED
}
