package io.github.extendclient.result;

import static io.github.extendclient.result.Parsed.at;
import static io.github.extendclient.result.Parsed.block;
import static io.github.extendclient.result.Parsed.cell;
import static io.github.extendclient.result.Parsed.chunk;
import static io.github.extendclient.result.Parsed.run;
import static io.github.extendclient.result.Parsed.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedTextTest {
  private static final Block TITLE = at(block(BlockType.HEADING, 1, "# A").build(), 1, 2, 3, 4);
  private static final Block TEXT = block(BlockType.TEXT, 1, "one").build();
  private static final Block FOOTER = block(BlockType.FOOTER, 1, "p. 1").build();
  private static final Block TABLE = table(2, "| a |", cell(0, 0, "a"));
  private static final Block SECTION = block(BlockType.SECTION_HEADING, 2, "## B").build();
  private static final Block HEBREW = block(BlockType.TEXT, 2, "שלום עולם").build();
  private static final ParseRun RUN =
      run(chunk("all of 1", TITLE, TEXT, FOOTER), chunk("all of 2", TABLE, SECTION, HEBREW));

  @TempDir Path folder;

  @Test
  void textByPageByChunkAndByTypeIsInReadingOrder() {
    ParsedText text = ParsedText.of(RUN);

    assertThat(text.all()).isEqualTo("all of 1\n\nall of 2");
    assertThat(text.byChunk()).containsExactly("all of 1", "all of 2");
    assertThat(text.byPage())
        .isEqualTo(Map.of(1, "# A\n\none\n\np. 1", 2, "| a |\n\n## B\n\nשלום עולם"));
    assertThat(text.page(2)).isEqualTo("| a |\n\n## B\n\nשלום עולם");
    assertThat(text.page(9)).isEmpty();
    assertThat(text.ofType(BlockType.HEADING, BlockType.SECTION_HEADING))
        .containsExactly("# A", "## B");
  }

  @Test
  void theBodyHasNoFooters() {
    assertThat(ParsedText.of(RUN).body()).isEqualTo("# A\n\none\n\n| a |\n\n## B\n\nשלום עולם");
  }

  @Test
  void passagesOfBlocksBeginAtHeadingsAndKnowTheirPlace() {
    List<Passage> passages = Passages.of(RUN).byBlocks();

    assertThat(passages)
        .containsExactly(
            new Passage(
                "# A\n\none\n\n| a |",
                1,
                2,
                List.of(new PageBox(1, 1, 2, 3, 4, 600.0, 800.0)),
                List.of(TITLE.getId(), TEXT.getId(), TABLE.getId()),
                null,
                null,
                null),
            new Passage(
                "## B\n\nשלום עולם",
                2,
                2,
                List.of(),
                List.of(SECTION.getId(), HEBREW.getId()),
                null,
                null,
                null));
  }

  @Test
  void passagesAreNoLongerThanAskedUnlessABlockIs() {
    assertThat(Passages.of(RUN).maxCharacters(6).byBlocks())
        .extracting(Passage::text)
        .containsExactly("# A", "one", "| a |", "## B", "שלום עולם");
    assertThatThrownBy(() -> Passages.of(RUN).maxCharacters(0))
        .hasMessage("maxCharacters is 0: give at least 1.");
  }

  @Test
  void aPassageMayBeExactlyAsLongAsTheLimit() {
    ParseRun run =
        Parsed.run(
            Parsed.block(BlockType.TEXT, 1, "one").build(),
            Parsed.block(BlockType.TEXT, 1, "two").build());

    assertThat(Passages.of(run).maxCharacters(8).byBlocks())
        .extracting(Passage::text)
        .containsExactly("one\n\ntwo");
    assertThat(Passages.of(run).maxCharacters(7).byBlocks()).hasSize(2);
  }

  @Test
  void passagesOfChunksHaveTheHashOfTheSource() throws IOException {
    Path source = Files.writeString(folder.resolve("a.txt"), "abc");

    Passage passage = Passages.of(RUN).source(source).byChunk().get(0);

    assertThat(passage.text()).isEqualTo("all of 1");
    assertThat(passage.metadata())
        .isEqualTo(
            Map.of(
                "source_sha256",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "first_page",
                1,
                "last_page",
                1,
                "block_ids",
                TITLE.getId() + "," + TEXT.getId() + "," + FOOTER.getId(),
                "boxes",
                "1:1.0,2.0,3.0,4.0"));
  }
}
