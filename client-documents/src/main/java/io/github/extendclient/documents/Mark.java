package io.github.extendclient.documents;

import java.util.List;

/**
 * A finding at its position on a page of the source.
 *
 * @param index of the finding in the list
 * @param finding that stands there
 * @param corners as parts of the page as it is shown
 */
record Mark(int index, Finding finding, List<Corner> corners) {}
