package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The API version of all operations of an interface, sent as {@code x-extend-api-version}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiVersion {
  /** {@return the date that names the version, such as {@code 2026-02-09}} */
  String value();
}
