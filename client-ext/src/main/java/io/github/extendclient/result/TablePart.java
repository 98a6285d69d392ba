package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import org.jspecify.annotations.Nullable;

/**
 * The part of a table in one block. A table over three pages has three parts.
 *
 * @param block the block of the part; null for a table in a chunk without blocks
 * @param page counted from 1; null for a spreadsheet or if the page is unknown
 * @param firstRow the index in {@link Table#rows()} of the first row of this part
 * @param rowCount the number of {@link Table#rows()} in this part
 */
public record TablePart(
    @Nullable Block block, @Nullable Integer page, int firstRow, int rowCount) {}
