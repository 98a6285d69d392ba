package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Geometry;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The position of a value in a document. */
record Citation(String fileId, Page page, String referenceText, @Nullable Box box) {
  JsonObject toJson() {
    return JsonObject.of("fileId", fileId)
        .with("page", Geometry.page(page.number(), page.size()))
        .with("referenceText", referenceText)
        .with("polygon", Geometry.polygon(box));
  }
}
