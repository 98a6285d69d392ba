package io.github.extendclient.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operations of one kind of run, declared on the operation that creates a run from one
 * document. From the extension {@code x-extend-run-operations} of the specification; used by bulk
 * processing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RunOperations {
  /** {@return the property of the request for the document} */
  String file();

  /** {@return the ID of the operation that lists runs, such as {@code parseRuns_list}} */
  String list();

  /** {@return the ID of the operation that reads a run} */
  String retrieve();

  /** {@return the ID of the operation that cancels a run; empty if there is none} */
  String cancel() default "";

  /** {@return the ID of the operation that deletes a run; empty if there is none} */
  String delete() default "";
}
