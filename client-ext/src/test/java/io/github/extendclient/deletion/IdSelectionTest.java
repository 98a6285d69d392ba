package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.v20260209.model.FileMetadata;
import io.github.extendclient.v20260209.model.FileSummary;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdSelectionTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:00Z");

  private record Item(String id, String name, @Nullable OffsetDateTime at) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item("file_1", "acme-1.pdf", NOON.minusNanos(1)),
          new Item("file_2", "acme-2.pdf", NOON),
          new Item("file_3", "other.pdf", NOON.minusDays(1)),
          new Item("file_4", "acme-4.pdf", null));

  private static IdSelection<Item> all() {
    return IdSelection.of(ITEMS, Item::id);
  }

  @Test
  void withoutConditionsAllItemsAreSelected() {
    assertThat(all()).containsExactly("file_1", "file_2", "file_3", "file_4");
  }

  @Test
  void selectsItemsThatFulfilAllConditions() {
    IdSelection<Item> selection =
        all().where(item -> item.name().startsWith("acme")).before(NOON, Item::at);

    assertThat(selection).containsExactly("file_1");
    assertThat(selection.stream()).containsExactly("file_1");
  }

  @Test
  void neverChoosesAnItemWithoutATimeAsOld() {
    assertThat(all().before(NOON.plusYears(9), Item::at))
        .containsExactly("file_1", "file_2", "file_3");
  }

  @Test
  void comparesTimesAndNotOffsets() {
    assertThat(all().before(OffsetDateTime.parse("2026-11-21T13:00:00+02:00"), Item::at))
        .containsExactly("file_3");
  }

  @Test
  void countsTheAgeFromNow() {
    OffsetDateTime now = OffsetDateTime.now();
    List<Item> items =
        List.of(
            new Item("file_1", "", now.minusDays(91)), new Item("file_2", "", now.minusDays(89)));

    assertThat(IdSelection.of(items, Item::id).olderThan(Duration.ofDays(90), Item::at))
        .containsExactly("file_1");
  }

  @Test
  void takesNoNegativeAge() {
    assertThatThrownBy(() -> all().olderThan(Duration.ofDays(-1), Item::at))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The age is PT-24H: give zero or more.");
  }

  @Test
  void readsTheListingWhileItIsRead() {
    List<String> read = new ArrayList<>();
    Iterator<String> ids =
        IdSelection.of(ITEMS, Item::id).where(item -> read.add(item.id())).iterator();

    ids.next();

    assertThat(read).containsExactly("file_1");
  }

  @Test
  void readsGeneratedSummaries() {
    FileSummary file =
        FileSummary.builder()
            .id("file_1")
            .name("a.pdf")
            .metadata(FileMetadata.builder().build())
            .createdAt(NOON)
            .updatedAt(NOON)
            .build();

    assertThat(
            IdSelection.of(List.of(file), FileSummary::getId)
                .before(NOON.plusDays(1), FileSummary::getCreatedAt)
                .where(summary -> summary.getName().endsWith(".pdf")))
        .containsExactly("file_1");
  }
}
