package io.github.extendclient.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value or block that was read: a line in the list of a proof.
 *
 * @param kind the kind, which decides the color, such as {@code table} or {@code field}
 * @param label the label in the list, such as the path of a field
 * @param text the text that was read; may be empty
 * @param confidence the confidence from 0 to 1; null if the API gives none
 * @param areas the positions; empty if the API gives none
 */
record Finding(
    String kind, String label, String text, @Nullable Double confidence, List<Area> areas) {}
