package io.github.extendclient.extraction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shape that may also be an item of a list, where its schema differs: an item is never null. */
sealed interface ItemShape extends Shape permits ScalarShape, RecordShape {
  /** Returns the schema for an item of a list, as plain objects. */
  Map<String, @Nullable Object> item();
}
