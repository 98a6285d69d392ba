package io.github.extendclient.bulk;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes results; each is on the disk when {@link #write} returns. Called by many workers at once.
 */
interface ResultSink extends Closeable {
  void write(BulkResult<?> result) throws IOException;
}
