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
 * The text of a parse run, in reading order.
 *
 * <pre>{@code
 * ParsedText text = ParsedText.of(run);
 * System.out.println(text.page(2));
 * List<String> headings = text.ofType(BlockType.HEADING, BlockType.SECTION_HEADING);
 * }</pre>
 *
 * <p>Blocks are separated by an empty line. A table appears once, as the content of its block,
 * without the blocks of its cells. Immutable.
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
   * Returns the text of a run.
   *
   * @param run a {@code PROCESSED} run with its output in the response
   * @return the text
   * @throws IllegalArgumentException if the run has no output
   */
  public static ParsedText of(ParseRun run) {
    return of(Outputs.of(run));
  }

  /**
   * Returns the text of an output, such as one downloaded from its URL.
   *
   * @param output the output of a parse run
   * @return the text
   */
  public static ParsedText of(ParseRunOutput output) {
    return new ParsedText(output.getChunks());
  }

  /**
   * Returns the whole text: the content of all chunks.
   *
   * @return the chunks, separated by an empty line
   */
  public String all() {
    return String.join(GAP, byChunk());
  }

  /**
   * Returns the whole text without headers, footers and page numbers, which would interrupt
   * sentences at page breaks.
   *
   * @return the blocks, separated by an empty line
   */
  public String body() {
    return join(blocks().filter(block -> !MARGINS.contains(block.getType())));
  }

  /**
   * Returns the text of each chunk, as cut by the run's chunking strategy.
   *
   * @return an unmodifiable list
   */
  public List<String> byChunk() {
    return chunks.stream().map(Chunk::getContent).toList();
  }

  /**
   * Returns the text of each page, whatever the chunking strategy. Blocks without a page, as in a
   * spreadsheet, are omitted.
   *
   * @return an unmodifiable, ascending map; keys are pages, counted from 1
   */
  public SortedMap<Integer, String> byPage() {
    SortedMap<Integer, String> pages =
        blocks()
            .filter(block -> Outputs.page(block) != null)
            .collect(
                Collectors.groupingBy(
                    block -> Objects.requireNonNull(Outputs.page(block)),
                    TreeMap::new,
                    Collectors.mapping(Block::getContent, Collectors.joining(GAP))));
    return Collections.unmodifiableSortedMap(pages);
  }

  /**
   * Returns the text of a page.
   *
   * @param number counted from 1
   * @return the text; empty if the page has none
   */
  public String page(int number) {
    return join(blocks().filter(block -> Objects.equals(Outputs.page(block), number)));
  }

  /**
   * Returns the contents of the blocks of some types.
   *
   * @param types the types, such as {@link BlockType#HEADING}
   * @return an unmodifiable list with one text per block
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

  /** Returns the number of chunks, never their text. */
  @Override
  public String toString() {
    return "ParsedText{chunks=" + chunks.size() + "}";
  }
}
