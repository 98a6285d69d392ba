package io.github.extendclient.extraction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, the API's type {@code currency}. The trap: an amount that was not found has
 * two null components. The amount itself is null only if the API omits it.
 *
 * @param amount with all digits of the document; null if it was not found
 * @param currencyCode three letters by ISO 4217, such as {@code EUR}; null if it was not found
 */
public record CurrencyAmount(
    @Nullable BigDecimal amount, @Name("iso_4217_currency_code") @Nullable String currencyCode) {}
