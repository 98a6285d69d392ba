package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The prefixes that an ID may start with, the documented one first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface IdPrefix {
  /** {@return the prefixes, each with its final underscore, such as {@code exr_}} */
  String[] value();

  /**
   * {@return other texts that stand for the resource, such as {@code draft} for a version, as a
   * regular expression for the whole text; empty for none}
   */
  String or() default "";
}
