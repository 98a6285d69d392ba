package io.github.extendclient.testsupport;

import io.github.extendclient.internal.journal.ChannelOpener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A disk that is full from a given write on: it takes half of that write, and then no more. */
public final class FullDisk implements ChannelOpener {
  private final int room;
  private final boolean truncates;
  private int writes;

  /**
   * A disk.
   *
   * @param room how many writes it takes, to all its files together
   * @param truncates whether files can be cut when it is full
   */
  public FullDisk(int room, boolean truncates) {
    this.room = room;
    this.truncates = truncates;
  }

  /** Whether a write has failed. */
  public boolean isFull() {
    return writes > room;
  }

  @Override
  public FileChannel open(Path path) throws IOException {
    return new Channel(DISK.open(path));
  }

  private final class Channel extends FileChannel {
    private final FileChannel file;

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (++writes > room) {
        if (writes == room + 1) {
          file.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
        }
        throw new IOException("No space left on device");
      }
      return file.write(bytes);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (isFull() && !truncates) {
        throw new IOException("Input/output error");
      }
      file.truncate(size);
      return this;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return file.read(target);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
      return file.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }
  }
}
