package io.github.extendclient.bulk;

import java.io.Closeable;
import java.io.IOException;

/** Writes results; each is on disk when {@link #write} returns. Called by many workers at once. */
interface ResultSink extends Closeable {
  void write(BulkResult<?> result) throws IOException;
}
