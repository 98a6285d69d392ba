package io.github.extendclient.cli.delete;

import java.util.stream.Stream;

/**
 * IDs to work on.
 *
 * @param ids to be closed by who reads them
 * @param total how many they are; negative if that is not known
 */
record Source(Stream<String> ids, long total) implements AutoCloseable {
  @Override
  public void close() {
    ids.close();
  }
}
