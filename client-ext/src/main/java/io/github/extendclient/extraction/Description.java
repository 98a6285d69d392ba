package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a value for the model: its meaning, its place in the document, its format. Nothing
 * influences the extraction more.
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
 * <p>On a component, it describes that value; on a record, each use of the record without its own
 * description; on an enum constant, that choice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Description {
  /** {@return the description, worded as for a person} */
  String value();
}
