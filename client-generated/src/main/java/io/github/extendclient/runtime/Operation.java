package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a client must know of an operation beyond its URL, taken from the {@code x-extend-*}
 * extensions of the specification. Found at run time through Retrofit's {@code Invocation} tag.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** {@return the operation's id in the specification, such as {@code parseRuns_create}} */
  String id();

  /** {@return whether sending the request twice does no more than sending it once} */
  boolean idempotent();

  /** {@return the rate limit that the operation counts against} */
  RunCategory category();

  /**
   * {@return how long the server may hold the connection before it answers, as an ISO 8601
   * duration; empty when the operation answers at once}
   */
  String timeout() default "";
}
