package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.parse.Geometry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a value stands. */
record Citation(String fileId, Page page, String referenceText, @Nullable Box box) {
  Map<String, @Nullable Object> toJson() {
    return Json.object(
        "fileId",
        fileId,
        "page",
        Geometry.page(page.number(), page.size()),
        "referenceText",
        referenceText,
        "polygon",
        Geometry.polygon(box));
  }
}
