package io.github.extendclient.extraction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a record component or an enum constant has in the API's JSON, where it is not the
 * one that follows from its Java name.
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
 * <p>Without it a component's name is written in snake case, {@code purchaseOrder} as {@code
 * purchase_order}, and a constant's name in small letters, {@code PAID} as {@code paid}. The key of
 * a component may have letters without accents, digits, {@code _} and {@code -}; a choice may be
 * any text. The model reads both, so they should say what is meant.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Name {
  /** {@return the key of the component, or the text of the choice} */
  String value();
}
