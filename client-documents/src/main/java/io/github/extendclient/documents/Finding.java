package io.github.extendclient.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was read: a line of the list of a proof.
 *
 * @param kind names the color, such as {@code table} or {@code field}
 * @param label for people, such as the path of a field
 * @param text that was read; may be empty
 * @param confidence from 0 to 1; null if the API gives none
 * @param areas where it stands; empty if the API names no place
 */
record Finding(
    String kind, String label, String text, @Nullable Double confidence, List<Area> areas) {}
