package io.github.extendclient.runtime;

import java.io.IOException;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The content of a file, for {@link Upload}. Read by the thread that sends the request. */
final class FileBody extends RequestBody {
  private static final long PIECE = 64 << 10;

  private final Path file;
  private final long size;

  FileBody(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return size == 0 ? -1 : size;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source content = new UploadContent(file.toString(), Okio.source(file))) {
      if (size == 0) {
        sink.writeAll(content); // A pipe, whose length is unknown.
      } else {
        writeAsMeasured(content, sink);
      }
    }
  }

  /**
   * Writes the content, and fails if its length differs from the length declared in the request.
   */
  private void writeAsMeasured(Source content, BufferedSink sink) throws IOException {
    Buffer piece = new Buffer();
    long sent = 0;
    for (long read; (read = content.read(piece, PIECE)) != -1; sent += read) {
      if (sent + read > size) {
        throw changed("more");
      }
      sink.write(piece, read);
    }
    if (sent < size) {
      throw changed("only " + sent);
    }
  }

  private UploadException changed(String found) {
    return new UploadException(
        "The file "
            + file
            + " changed while it was uploaded: it had "
            + size
            + " bytes when the upload was made, and "
            + found
            + " when it was sent. Upload it when it is complete",
        null);
  }
}
