package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The properties of an operation other than its URL, from the {@code x-extend-*} extensions of the
 * specification. Read at run time from the annotated method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** {@return the operation's id in the specification, such as {@code parseRuns_create}} */
  String id();

  /** {@return whether sending the request twice has the same effect as sending it once} */
  boolean idempotent();

  /** {@return the rate limit category} */
  RateLimitCategory category();

  /**
   * {@return how long the server may take to respond, as an ISO 8601 duration; empty if it responds
   * at once}
   */
  String timeout() default "";
}
