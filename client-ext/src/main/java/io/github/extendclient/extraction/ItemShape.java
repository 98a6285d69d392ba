package io.github.extendclient.extraction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may also stand in a list, where the API writes it differently: an item is never null. */
sealed interface ItemShape extends Shape permits ScalarShape, RecordShape {
  /** The schema as the items of a list, in plain objects. */
  Map<String, @Nullable Object> item();

  /** The kind of an item. */
  Kind kind();
}
