package io.github.extendclient.testing.internal.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * The bytes of a PDF. Every read checks the limits, so that an endless loop or an endless
 * decompression in PDFBox ends here.
 */
final class CheckedSource implements RandomAccessRead {
  private final RandomAccessRead source;
  private final Budget budget;

  CheckedSource(RandomAccessRead source, Budget budget) {
    this.source = source;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    budget.checkNowAndThen();
    return source.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    budget.check();
    return source.read(target, offset, length);
  }

  @Override
  public long getPosition() throws IOException {
    return source.getPosition();
  }

  @Override
  public void seek(long position) throws IOException {
    budget.checkNowAndThen();
    source.seek(position);
  }

  @Override
  public long length() throws IOException {
    return source.length();
  }

  @Override
  public boolean isClosed() {
    return source.isClosed();
  }

  @Override
  public boolean isEOF() throws IOException {
    budget.checkNowAndThen();
    return source.isEOF();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
