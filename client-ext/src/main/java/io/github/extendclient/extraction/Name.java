package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the name of a record component or an enum constant in the API's JSON.
 *
 * <pre>{@code
 * record Invoice(@Name("po_number") @Nullable String purchaseOrder, @Nullable Status status) {}
 *
 * enum Status {
 *   PAID,
 *   @Name("part paid") PARTLY
 * }
 * }</pre>
 *
 * <p>By default, a component's name is in snake case, {@code purchaseOrder} as {@code
 * purchase_order}, and a constant's name in lower case, {@code PAID} as {@code paid}. The key of a
 * component may have letters without accents, digits, {@code _} and {@code -}; a choice may be any
 * text. The model reads both, so choose descriptive names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Name {
  /** {@return the key of the component, or the text of the choice} */
  String value();
}
