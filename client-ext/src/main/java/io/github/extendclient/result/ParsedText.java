package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text that a parse run read, in reading order.
 *
 * <pre>{@code
 * ParsedText text = ParsedText.of(run);
 * System.out.println(text.page(2));
 * List<String> headings = text.ofType(BlockType.HEADING, BlockType.SECTION_HEADING);
 * }</pre>
 *
 * <p>Blocks are joined by an empty line. The content of a table is that of its block; the blocks of
 * its cells are not repeated. Immutable.
 */
public final class ParsedText {
  private static final String GAP = "\n\n";
  private static final Set<BlockType> MARGINS =
      Set.of(BlockType.HEADER, BlockType.FOOTER, BlockType.PAGE_NUMBER);

  private final List<Chunk> chunks;

  private ParsedText(List<Chunk> chunks) {
    this.chunks = chunks;
  }

  /**
   * The text of a run.
   *
   * @param run that is {@code PROCESSED} and was read with its output in the response
   * @return the text
   * @throws IllegalArgumentException if the run has no output
   */
  public static ParsedText of(ParseRun run) {
    return of(Outputs.of(run));
  }

  /**
   * The text of an output, such as one that was downloaded from its URL.
   *
   * @param output of a parse run
   * @return the text
   */
  public static ParsedText of(ParseRunOutput output) {
    return new ParsedText(output.getChunks());
  }

  /**
   * The whole text: the content of all chunks.
   *
   * @return chunks joined by an empty line
   */
  public String all() {
    return String.join(GAP, byChunk());
  }

  /**
   * The whole text without headers, footers and page numbers, which stand in the middle of
   * sentences that go on over pages.
   *
   * @return blocks joined by an empty line
   */
  public String body() {
    return join(blocks().filter(block -> !MARGINS.contains(block.getType())));
  }

  /**
   * The text by chunk, as the chunking strategy of the run cut it.
   *
   * @return unmodifiable
   */
  public List<String> byChunk() {
    return chunks.stream().map(Chunk::getContent).toList();
  }

  /**
   * The text by page, whatever the chunking strategy. Blocks without a page, as in a spreadsheet,
   * are in none.
   *
   * @return unmodifiable, ascending; the key is the page, counted from 1
   */
  public SortedMap<Integer, String> byPage() {
    SortedMap<Integer, String> pages = new TreeMap<>();
    blocks()
        .forEach(
            block -> {
              Integer page = Outputs.page(block);
              if (page != null) {
                pages.merge(page, block.getContent(), (before, text) -> before + GAP + text);
              }
            });
    return Collections.unmodifiableSortedMap(pages);
  }

  /**
   * The text of a page.
   *
   * @param number counted from 1
   * @return empty if nothing was read on the page
   */
  public String page(int number) {
    return join(blocks().filter(block -> Objects.equals(Outputs.page(block), number)));
  }

  /**
   * The contents of the blocks of some types.
   *
   * @param types of blocks, such as {@link BlockType#HEADING}
   * @return unmodifiable, one for each block
   */
  public List<String> ofType(BlockType... types) {
    Predicate<Block> isWanted = block -> List.of(types).contains(block.getType());
    return blocks().filter(isWanted).map(Block::getContent).toList();
  }

  private Stream<Block> blocks() {
    return chunks.stream()
        .flatMap(chunk -> chunk.getBlocks().stream())
        .filter(block -> !CellBlocks.isCell(block));
  }

  private static String join(Stream<Block> blocks) {
    return blocks.map(Block::getContent).collect(Collectors.joining(GAP));
  }

  /** How many chunks there are; never what stands in them. */
  @Override
  public String toString() {
    return "ParsedText{chunks=" + chunks.size() + "}";
  }
}
