package io.github.extendclient.benchmarks.codec;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** Decodes one kind of document, and encodes what it decoded. */
public interface Codec {
  /** Returns the document as an object, or any other proof that the bytes were read. */
  Object decode(BufferedSource source) throws IOException;

  /** Writes the JSON of an object that {@link #decode} made. */
  void encode(Object value, Buffer target) throws IOException;
}
