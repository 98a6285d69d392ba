package io.github.extendclient.cli.delete;

import java.util.stream.Stream;

/**
 * IDs to delete.
 *
 * @param ids closed by the reader
 * @param total their number; negative if it is not known
 */
record Source(Stream<String> ids, long total) implements AutoCloseable {
  @Override
  public void close() {
    ids.close();
  }
}
