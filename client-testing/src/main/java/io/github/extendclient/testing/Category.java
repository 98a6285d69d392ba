package io.github.extendclient.testing;

/** The categories of requests, each with its own rate limit. */
public enum Category {
  /** Requests that read. */
  GET,
  /** Requests that change resources, but start no processing. */
  WRITE,
  /** Requests that submit files to be processed. */
  RUN
}
