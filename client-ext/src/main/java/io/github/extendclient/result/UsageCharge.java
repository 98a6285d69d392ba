package io.github.extendclient.result;

import java.math.BigDecimal;

/**
 * The charge for one product.
 *
 * @param product the API's name, such as {@code parse_performance}
 * @param unit the unit of the quantity, such as {@code page}, {@code cell} or {@code usd}
 * @param quantity the number of units
 * @param credits the credits charged for them
 */
public record UsageCharge(String product, String unit, BigDecimal quantity, BigDecimal credits) {
  UsageCharge plus(UsageCharge other) {
    return new UsageCharge(product, unit, quantity.add(other.quantity), credits.add(other.credits));
  }
}
