package io.github.extendclient.deletion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing to its end before it passes on the first ID. If items were deleted during the
 * listing, a server whose page tokens count items would skip others.
 */
final class ListingSource implements IdSource {
  private final IdSelection<?> selection;
  private final @Nullable Path folder;

  /**
   * Creates a source.
   *
   * @param folder contains the temporary file of IDs; null for the system's temporary folder
   */
  ListingSource(IdSelection<?> selection, @Nullable Path folder) {
    this.selection = selection;
    this.folder = folder;
  }

  @Override
  public void passTo(Predicate<String> consumer, BooleanSupplier stopped) {
    try (IdBuffer buffer = new IdBuffer(folder)) {
      Iterator<String> ids = selection.ids(() -> !stopped.getAsBoolean()).iterator();
      while (ids.hasNext()) {
        buffer.add(Objects.requireNonNull(ids.next(), DeletionDispatcher.NULL_ID));
      }
      if (!stopped.getAsBoolean()) {
        buffer.passTo(consumer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The IDs of the listing cannot be kept in "
              + (folder == null ? "the folder for temporary files" : folder)
              + ": "
              + e
              + ". Make room there, or name a journal in another folder.",
          e);
    }
  }
}
