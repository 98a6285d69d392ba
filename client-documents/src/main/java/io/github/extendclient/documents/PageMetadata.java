package io.github.extendclient.documents;

import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import io.github.extendclient.v20260209.model.ParseRunOutputMetadata;
import io.github.extendclient.v20260209.model.ParsedPage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a page in a parse run: {@code output.metadata.pages}.
 *
 * @param rotation the clockwise rotation by which the API made the page upright: 0, 90, 180 or 270
 * @param width the width of the page before the rotation, in points; null if it is not given
 * @param height the height of the page before the rotation, in points; null if it is not given
 * @param dpi the resolution of the coordinates on the page; null if it is not given
 */
record PageMetadata(
    int rotation, @Nullable Double width, @Nullable Double height, @Nullable Double dpi) {
  /** The metadata of a page that the run does not describe. */
  static final PageMetadata NONE = new PageMetadata(0, null, null, null);

  /** Returns the metadata by page number; empty for runs without it. */
  static Map<Integer, PageMetadata> of(ParseRun run) {
    Map<Integer, PageMetadata> pages = new LinkedHashMap<>();
    ParseRunOutput output = run.getOutput();
    ParseRunOutputMetadata metadata = output == null ? null : output.getMetadata();
    if (metadata != null && metadata.getPages() != null) {
      for (ParsedPage page : metadata.getPages()) {
        Integer number = page.getNumber();
        Integer rotation = page.getRotationApplied();
        if (number != null) {
          pages.put(
              number,
              new PageMetadata(
                  Math.floorMod(rotation == null ? 0 : rotation, 360),
                  page.getOriginalPageWidth(),
                  page.getOriginalPageHeight(),
                  page.getDpi()));
        }
      }
    }
    return pages;
  }
}
