package io.github.extendclient.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.PagingException;
import io.github.extendclient.page.FakeListing.Params;
import io.github.extendclient.runtime.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final FakeListing listing =
      new FakeListing()
          .page(null, "t1", "a", "b")
          .page("t1", "t2")
          .page("t2", "t3", "c")
          .page("t3", null, "d");

  private Pages<String> pages() {
    return Pages.of(listing::list, FakeListing.params());
  }

  @Test
  void giveTheItemsOfAllPagesInOrder() {
    assertThat(pages()).containsExactly("a", "b", "c", "d");
    assertThat(pages().stream()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void carryAllParametersToEveryPage() {
    assertThat(pages()).hasSize(4);

    assertThat(listing.asked())
        .containsExactly(
            new Params("red", null),
            new Params("red", "t1"),
            new Params("red", "t2"),
            new Params("red", "t3"));
  }

  @Test
  void loadNothingBeforeAnItemIsRequested() {
    pages().iterator();
    pages().stream().map(String::length);
    pages().pages().iterator().hasNext();

    assertThat(listing.loads()).isZero();
  }

  @Test
  void loadTheNextPageOnlyWhenTheItemsAreUsedUp() {
    Iterator<String> items = pages().iterator();

    items.next();
    items.next();
    assertThat(listing.loads()).isEqualTo(1);

    assertThat(items.next()).isEqualTo("c");
    assertThat(listing.loads()).isEqualTo(3);
  }

  @Test
  void loadNoPageThatAStreamDoesNotNeed() {
    assertThat(pages().stream().limit(2)).containsExactly("a", "b");

    assertThat(listing.loads()).isEqualTo(1);
  }

  @Test
  void loadNoPageAheadInAParallelStream() {
    assertThat(pages().stream().parallel().anyMatch("b"::equals)).isTrue();

    assertThat(listing.loads()).isEqualTo(1);
  }

  @Test
  void knowNoSizeAndDoNotSplit() {
    Spliterator<String> items = pages().spliterator();

    assertThat(items.trySplit()).isNull();
    assertThat(items.estimateSize()).isEqualTo(Long.MAX_VALUE);
    assertThat(items.hasCharacteristics(Spliterator.ORDERED | Spliterator.NONNULL)).isTrue();
    assertThat(items.hasCharacteristics(Spliterator.SIZED)).isFalse();
  }

  @Test
  void listAgainWithEachIterator() {
    Pages<String> pages = pages();

    assertThat(pages).hasSize(4);
    assertThat(pages).hasSize(4);

    assertThat(listing.loads()).isEqualTo(8);
  }

  @Test
  void givePagesWithTheNextToken() {
    List<String> tokens = new ArrayList<>();
    for (Page<String> page : pages().pages()) {
      tokens.add(String.valueOf(page.pageToken()));
    }

    assertThat(tokens).containsExactly("t1", "t2", "t3", "null");
  }

  @Test
  void loadOnePageForEachRequestedPage() {
    assertThat(pages().pageStream().limit(2)).hasSize(2);

    assertThat(listing.loads()).isEqualTo(2);
  }

  @Test
  void continueFromAToken() {
    assertThat(pages().from("t2")).containsExactly("c", "d");

    assertThat(listing.asked()).containsExactly(new Params("red", "t2"), new Params("red", "t3"));
  }

  @Test
  void startAtThePageTokenOfTheParameters() {
    assertThat(Pages.of(listing::list, new Params("red", "t3"))).containsExactly("d");
  }

  @Test
  void endAtAnEmptyToken() {
    listing.page("t3", "", "d");

    assertThat(pages()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void giveNothingForAnEmptyListing() {
    listing.page(null, null);

    assertThat(pages()).isEmpty();
    assertThat(pages().pages()).hasSize(1);
  }

  @Test
  void stopAtATokenThatRepeatsAtOnce() {
    listing.page("t2", "t2", "c");
    List<String> given = new ArrayList<>();

    assertThatThrownBy(() -> pages().forEach(given::add))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "The listing gave the page token \"t2\" a second time, after 3 pages, and would never"
                + " end. What it gave so far may be incomplete: list again, with the same"
                + " parameters from the first page.")
        .extracting(failure -> ((PagingException) failure).token())
        .isEqualTo("t2");
    assertThat(given).containsExactly("a", "b", "c");
    assertThat(listing.loads()).isEqualTo(3);
  }

  @Test
  void showATokenOnOneShortLine() {
    String token = "a\u001b[31m\n" + "b".repeat(200);
    listing.page("t2", token, "c").page(token, token, "d");

    assertThatThrownBy(() -> pages().forEach(item -> {}))
        .hasMessageStartingWith(
            "The listing gave the page token \"a [31m " + "b".repeat(93) + "…\" a second time,")
        .extracting(failure -> ((PagingException) failure).token())
        .isEqualTo(token);
  }

  @Test
  void stopAtATokenThatRepeatsAfterAWhile() {
    listing.page("t3", "t1", "d");

    assertThatThrownBy(() -> pages().forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("The listing gave the page token \"t1\" a second time, after 4");
    assertThat(listing.loads()).isEqualTo(4);
  }

  @Test
  void failIfTheFirstTokenRepeats() {
    listing.page("t2", "t2", "c");

    assertThatThrownBy(() -> pages().from("t2").forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith(
            "The listing gave the page token \"t2\" a second time, after 1 page, and");
  }

  @Test
  void requestTheSamePageAgainAfterAFailure() {
    Iterator<String> items = pages().iterator();
    items.next();
    items.next();
    listing.failOnce(new IllegalStateException("outage"));

    assertThatThrownBy(items::hasNext).isInstanceOf(IllegalStateException.class);

    assertThat(items.next()).isEqualTo("c");
    assertThat(listing.asked()).extracting(Params::token).containsExactly(null, "t1", "t1", "t2");
  }

  @Test
  void sayThatThereIsNoMore() {
    Iterator<String> items = pages().from("t3").iterator();
    items.next();
    Iterator<Page<String>> pages = pages().from("t3").pages().iterator();
    pages.next();

    assertThatThrownBy(items::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The listing has no more items: call hasNext() first.");
    assertThatThrownBy(pages::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The listing has no more pages: call hasNext() first.");
  }
}
