package io.github.extendclient.extraction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, by the API's type {@code currency}. As a component of a record it is null
 * only if the API leaves it out: an amount that was not found is one with two nulls.
 *
 * @param amount with the digits of the document; null if it was not found
 * @param currencyCode three letters by ISO 4217, such as {@code EUR}; null if it was not found
 */
public record CurrencyAmount(
    @Nullable BigDecimal amount, @Name("iso_4217_currency_code") @Nullable String currencyCode) {}
