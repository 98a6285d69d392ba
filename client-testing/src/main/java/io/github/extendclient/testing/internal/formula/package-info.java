/**
 * Formulas of workflow steps, such as {@code extract.total = SUM(extract.items.amount)}. Not part
 * of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.formula;

import org.jspecify.annotations.NullMarked;
