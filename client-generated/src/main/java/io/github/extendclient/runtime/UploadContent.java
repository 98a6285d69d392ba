package io.github.extendclient.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Distinguishes failures of the content of an upload from failures of the connection. */
final class UploadContent extends ForwardingSource {
  private final String name;

  UploadContent(String name, Source delegate) {
    super(delegate);
    this.name = name;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    try {
      return super.read(sink, byteCount);
    } catch (FileSystemException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new UploadException("The content of " + name + " could not be read: " + e, e);
    }
  }
}
