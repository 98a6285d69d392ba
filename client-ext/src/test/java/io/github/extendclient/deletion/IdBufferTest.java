package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdBufferTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void returnsEveryTextInOrder() throws IOException {
    List<String> texts = List.of("th_1", "", "two\nlines\tand ä€\uD83D\uDE00", "x".repeat(70_000));
    List<String> back = new ArrayList<>();
    try (IdBuffer buffer = new IdBuffer(folder)) {
      for (String text : texts) {
        buffer.add(text);
      }
      buffer.passTo(back::add);
    }

    assertThat(back).isEqualTo(texts);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void givesNoMoreThanIsWanted() throws IOException {
    List<String> back = new ArrayList<>();
    try (IdBuffer buffer = new IdBuffer(null)) {
      buffer.add("th_1");
      buffer.add("th_2");
      buffer.add("th_3");
      buffer.passTo(
          id -> {
            back.add(id);
            return back.size() < 2;
          });
    }

    assertThat(back).containsExactly("th_1", "th_2");
  }

  @Test
  void aFolderThatTakesNoFileIsNamed() {
    Path missing = folder.resolve("missing");
    ListingSource source = new ListingSource(IdSelection.of(List.of("th_1"), id -> id), missing);

    assertThatThrownBy(() -> source.passTo(id -> true, () -> false))
        .isExactlyInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The IDs of the listing cannot be kept in " + missing + ": ")
        .hasMessageEndingWith(". Make room there, or name a journal in another folder.");
  }

  @Test
  void nullInAListingIsNamed() {
    ListingSource source =
        new ListingSource(IdSelection.of(Arrays.asList("th_1", null), id -> id), folder);

    assertThatThrownBy(() -> source.passTo(id -> true, () -> false))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The source returned null instead of an ID.");
  }
}
