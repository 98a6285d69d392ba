package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How sure the API must be of a value so that no person has to look at it; see {@link
 * Extracted#review}.
 *
 * <pre>{@code
 * record Invoice(
 *     @Nullable String note,
 *     @Threshold(0.9) @Nullable CurrencyAmount total,
 *     @Threshold(0.8) List<Line> lines) {}
 * }</pre>
 *
 * <p>On a component that is a list or a record it counts for each value inside, unless that has one
 * of its own. A value that was found without any score is below every threshold; one that was not
 * found is listed too, unless {@link #optional} says that the document may lack it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Threshold {
  /** {@return the lowest confidence that is enough, from 0 to 1} */
  double value();

  /** {@return whether the document may lack the value, so that its absence is no reason to look} */
  boolean optional() default false;
}
