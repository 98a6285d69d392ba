package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the model what a value means, where it stands and how it should be written. It steers the
 * extraction more than anything else.
 *
 * <pre>{@code
 * record Invoice(
 *     @Description("The amount due after discounts, never the subtotal") @Nullable CurrencyAmount total,
 *     List<Line> lines) {}
 *
 * @Description("One row of the table of services; rows with a carried-over sum are none")
 * record Line(@Nullable String service, @Nullable BigDecimal hours) {}
 * }</pre>
 *
 * <p>On a component it describes that value, on a record every place where the record is used
 * without a description of its own, on a constant of an enum that choice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Description {
  /** {@return the description, in the words in which one would explain it to a person} */
  String value();
}
