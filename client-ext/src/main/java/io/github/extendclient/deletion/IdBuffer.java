package io.github.extendclient.deletion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the IDs of a listing in a temporary file until the listing is read to its end. A killed
 * process leaves no file behind.
 */
final class IdBuffer implements Closeable {
  private final FileChannel file;
  private final DataOutputStream out;
  private long size;

  /**
   * Creates an empty buffer.
   *
   * @param folder contains the file; null for the system's temporary folder
   */
  IdBuffer(@Nullable Path folder) throws IOException {
    Path path =
        folder == null
            ? Files.createTempFile(".extend-deletion-", ".ids")
            : Files.createTempFile(folder, ".extend-deletion-", ".ids");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
  }

  /** Adds a text, which may be an invalid ID. */
  void add(String id) throws IOException {
    byte[] text = id.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
    size++;
  }

  /**
   * Passes the added texts to {@code consumer}, in the same order, until it returns false. May be
   * called once.
   */
  void passTo(Predicate<String> consumer) throws IOException {
    out.flush();
    file.position(0);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
    boolean wanted = true;
    for (long i = 0; wanted && i < size; i++) {
      wanted = consumer.test(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
