package io.github.extendclient.benchmarks.codec;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** Decodes one kind of document, and encodes what it decoded. */
public interface Codec {
  /** The document as an object, or anything else that shows that the bytes were read. */
  Object decode(BufferedSource source) throws IOException;

  /** Writes the JSON of an object that {@link #decode} made. */
  void encode(Object value, Buffer target) throws IOException;
}
