package io.github.extendclient.cli.delete;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.listing.Filter;
import io.github.extendclient.cli.listing.Item;
import io.github.extendclient.cli.listing.Kind;
import io.github.extendclient.cli.listing.Listings;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The IDs of a listing, in a temporary file: deleting while listing could pass things over, and
 * what is to be deleted is to be counted before it is.
 */
final class FoundIds implements AutoCloseable {
  private final Path file;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  private FoundIds(Path file) {
    this.file = file;
  }

  static FoundIds list(ExtendClient extend, Filter filter, Shell shell) {
    try {
      Path file = Files.createTempFile("extend-delete-", ".ids");
      // For the case that the process is ended while it lists or deletes.
      file.toFile().deleteOnExit();
      FoundIds found = new FoundIds(file);
      found.fill(new Listings(extend, filter, shell.clock().instant()), filter);
      return found;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code 12 parse-runs, 3 files}. */
  String text() {
    if (total() == 0) {
      return "nothing";
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(
            count ->
                Wording.number(count.getValue()) + " " + name(count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Kind kind, long count) {
    return count == 1 ? kind.toString().replaceAll("s$", "") : kind.toString();
  }

  Source open() {
    return new Source(IdFile.read(file), total());
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void fill(Listings listings, Filter filter) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Kind kind : filter.kinds()) {
        long count = 0;
        for (Iterator<Item> items = listings.of(kind).iterator(); items.hasNext(); count++) {
          out.write(items.next().id());
          out.newLine();
        }
        counts.put(kind, count);
      }
    }
  }

  private static CommandFailure failure(IOException cause) {
    return FileFailure.unwritable("The temporary file of the IDs", cause);
  }
}
