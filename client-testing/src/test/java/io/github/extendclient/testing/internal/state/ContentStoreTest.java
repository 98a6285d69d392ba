package io.github.extendclient.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentStoreTest {
  @TempDir Path temp;

  @Test
  void littleStaysInMemory() throws IOException {
    try (ContentStore store = new ContentStore(temp)) {
      Content content = store.save(new ByteArrayInputStream(new byte[] {1, 2, 3}));

      assertThat(content.bytes()).containsExactly(1, 2, 3);
      assertThat(content.size()).isEqualTo(3);
      assertThat(temp).isEmptyDirectory();
    }
  }

  @Test
  void moreGoesToAFileUntilTheStoreIsClosed() throws IOException {
    byte[] bytes = new byte[ContentStore.MAX_IN_MEMORY + 1];
    bytes[bytes.length - 1] = 7;
    try (ContentStore store = new ContentStore(temp)) {
      Content content = store.save(new ByteArrayInputStream(bytes));

      assertThat(content.bytes()).isEqualTo(bytes);
      assertThat(content.isKept()).isTrue();
      assertThat(temp).isNotEmptyDirectory();
    }
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void tooMuchIsCountedButNotKept() throws IOException {
    try (ContentStore store = new ContentStore(temp)) {
      Content content = store.save(zeros(ContentStore.MAX_KEPT + 1));

      assertThat(content.size()).isEqualTo(ContentStore.MAX_KEPT + 1);
      assertThat(content.isKept()).isFalse();
      assertThat(content.firstBytes(4)).containsExactly(0, 0, 0, 0);
      try (Stream<Path> files = Files.walk(temp).filter(Files::isRegularFile)) {
        assertThat(files).isEmpty();
      }
    }
  }

  private static InputStream zeros(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int read = (int) Math.min(length, left);
        left -= read;
        return read;
      }
    };
  }
}
