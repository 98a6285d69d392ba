package io.github.extendclient.testing.internal.formula;

import org.jspecify.annotations.Nullable;

/** The variables of formulas. */
public interface Variables {
  /**
   * The value of a variable, in the types of {@code Json}.
   *
   * @param path such as {@code extract.items.amount}
   * @throws FormulaException if there is no such variable
   */
  @Nullable Object get(String path) throws FormulaException;
}
