package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the confidence below which a person must review a value; see {@link Extracted#review}.
 *
 * <pre>{@code
 * record Invoice(
 *     @Nullable String note,
 *     @ReviewThreshold(0.9) @Nullable CurrencyAmount total,
 *     @ReviewThreshold(0.8) List<Line> lines) {}
 * }</pre>
 *
 * <p>On a list or a record, it applies to each value inside without its own threshold. A value
 * without a score is below every threshold. A value that was not found needs a review too, unless
 * it is {@link #optional}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface ReviewThreshold {
  /** {@return the lowest sufficient confidence, from 0 to 1} */
  double value();

  /** {@return whether the document may lack the value, so that a missing value needs no review} */
  boolean optional() default false;
}
