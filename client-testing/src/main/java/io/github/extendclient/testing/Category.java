package io.github.extendclient.testing;

/** The kinds of request that the API limits apart from each other. */
public enum Category {
  /** Reads. */
  GET,
  /** Changes that start no processing. */
  WRITE,
  /** Requests that submit files to be processed. */
  RUN
}
