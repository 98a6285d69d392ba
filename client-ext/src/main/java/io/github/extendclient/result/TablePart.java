package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import org.jspecify.annotations.Nullable;

/**
 * The part of a table that one block holds. A table that goes on over three pages has three.
 *
 * @param block the block that holds the table; null for a table in a chunk without blocks
 * @param page counted from 1; null in a spreadsheet and where the page is not known
 * @param firstRow the first of {@link Table#rows()} that is in this part
 * @param rowCount how many of {@link Table#rows()} are in this part
 */
public record TablePart(
    @Nullable Block block, @Nullable Integer page, int firstRow, int rowCount) {}
