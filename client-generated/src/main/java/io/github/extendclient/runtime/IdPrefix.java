package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The prefixes of an ID, the documented one first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface IdPrefix {
  /** {@return the prefixes, each with its final underscore, such as {@code exr_}} */
  String[] value();

  /**
   * {@return a regular expression for keywords accepted instead of an ID, such as {@code draft} for
   * a version; empty for none}
   */
  String or() default "";
}
