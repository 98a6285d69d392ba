package io.github.extendclient.result;

import java.math.BigDecimal;

/**
 * What one product cost.
 *
 * @param product as the API names it, such as {@code parse_performance}
 * @param unit in which the quantity is counted, such as {@code page}, {@code cell} or {@code usd}
 * @param quantity how many units
 * @param credits charged for them
 */
public record UsageCharge(String product, String unit, BigDecimal quantity, BigDecimal credits) {
  UsageCharge plus(UsageCharge other) {
    return new UsageCharge(product, unit, quantity.add(other.quantity), credits.add(other.credits));
  }
}
