package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a parse run into passages for retrieval.
 *
 * <pre>{@code
 * List<Passage> passages = Passages.of(run).source(document).maxCharacters(2000).byBlocks();
 * }</pre>
 *
 * <p>Immutable; each option returns a new object.
 */
public final class Passages {
  private static final Set<BlockType> MARGINS =
      Set.of(BlockType.HEADER, BlockType.FOOTER, BlockType.PAGE_NUMBER);
  private static final Set<BlockType> HEADINGS =
      Set.of(BlockType.HEADING, BlockType.SECTION_HEADING);
  private static final String GAP = "\n\n";
  private static final int DEFAULT_CHARACTERS = 2000;

  private final ParseRun run;
  private final int maxCharacters;
  private final @Nullable String sourceHash;

  private Passages(ParseRun run, int maxCharacters, @Nullable String sourceHash) {
    this.run = run;
    this.maxCharacters = maxCharacters;
    this.sourceHash = sourceHash;
  }

  /**
   * Returns the passages of a run.
   *
   * @param run a {@code PROCESSED} run with its output in the response
   * @return passages to configure
   */
  public static Passages of(ParseRun run) {
    return new Passages(run, DEFAULT_CHARACTERS, null);
  }

  /**
   * Adds the hash of the document to each passage, to detect later changes of the document.
   *
   * @param document the uploaded document; read once, by this method
   * @return passages with {@link Passage#sourceHash()}
   * @throws IOException if the document cannot be read
   */
  public Passages source(Path document) throws IOException {
    try (InputStream in = Files.newInputStream(document);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      return new Passages(run, maxCharacters, hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Limits the length of the passages of {@link #byBlocks()}.
   *
   * @param count in characters, at least 1, by default 2,000; a single longer block stays whole
   * @return passages with this limit
   */
  public Passages maxCharacters(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("maxCharacters is " + count + ": give at least 1.");
    }
    return new Passages(run, count, sourceHash);
  }

  /**
   * Returns one passage per chunk, as cut by the run's chunking strategy.
   *
   * @return an unmodifiable list in reading order, without chunks that have no text
   * @throws IllegalArgumentException if the run has no output
   */
  public List<Passage> byChunk() {
    return Outputs.of(run).getChunks().stream()
        .filter(chunk -> !chunk.getContent().isBlank())
        .map(this::passage)
        .toList();
  }

  /**
   * Returns passages of whole blocks, each as long as the limit allows, so a passage never ends
   * inside a paragraph or a table. A heading starts a new passage. Headers, footers and page
   * numbers are omitted.
   *
   * @return an unmodifiable list in reading order
   * @throws IllegalArgumentException if the run has no output
   */
  public List<Passage> byBlocks() {
    List<Passage> passages = new ArrayList<>();
    List<Block> open = new ArrayList<>();
    int length = 0;
    for (Chunk chunk : Outputs.of(run).getChunks()) {
      for (Block block : chunk.getBlocks()) {
        if (isText(block)) {
          int added = (open.isEmpty() ? 0 : GAP.length()) + block.getContent().length();
          boolean isFull = !open.isEmpty() && length + added > maxCharacters;
          boolean isNewSection = HEADINGS.contains(block.getType()) && hasText(open);
          if (isFull || isNewSection) {
            passages.add(passage(open));
            open.clear();
            length = 0;
          }
          length += (open.isEmpty() ? 0 : GAP.length()) + block.getContent().length();
          open.add(block);
        }
      }
    }
    if (!open.isEmpty()) {
      passages.add(passage(open));
    }
    return List.copyOf(passages);
  }

  private static boolean isText(Block block) {
    return !MARGINS.contains(block.getType())
        && !CellBlocks.isCell(block)
        && !block.getContent().isBlank();
  }

  /**
   * Returns whether the blocks include more than headings: a heading and its subheading stay
   * together.
   */
  private static boolean hasText(List<Block> blocks) {
    return blocks.stream().anyMatch(block -> !HEADINGS.contains(block.getType()));
  }

  private Passage passage(Chunk chunk) {
    return passage(
        chunk.getContent(),
        chunk.getBlocks(),
        chunk.getMetadata().getPageRange().getStart(),
        chunk.getMetadata().getPageRange().getEnd());
  }

  private Passage passage(List<Block> blocks) {
    List<Integer> pages =
        blocks.stream().map(Outputs::page).filter(Objects::nonNull).sorted().toList();
    return passage(
        String.join(GAP, blocks.stream().map(Block::getContent).toList()),
        blocks,
        pages.isEmpty() ? null : pages.get(0),
        pages.isEmpty() ? null : pages.get(pages.size() - 1));
  }

  private Passage passage(
      String text, List<Block> blocks, @Nullable Integer firstPage, @Nullable Integer lastPage) {
    FileSummary file = run.getFile();
    return new Passage(
        text,
        firstPage,
        lastPage,
        blocks.stream().map(PageBox::of).flatMap(Stream::ofNullable).toList(),
        blocks.stream().map(Block::getId).toList(),
        file == null ? null : file.getId(),
        file == null ? null : file.getName(),
        sourceHash);
  }
}
