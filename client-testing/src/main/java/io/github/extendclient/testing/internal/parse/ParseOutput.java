package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Segment;
import io.github.extendclient.testing.internal.document.Word;
import io.github.extendclient.testing.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chunks, blocks and words of a parse run, in the shape of either API version. */
public final class ParseOutput {
  private final Document document;
  private final ParseOptions options;
  private final boolean legacy;

  /**
   * The output for a document.
   *
   * @param legacy true for the shape of 2025-04-21: fewer block types, no nulls
   */
  public ParseOutput(Document document, ParseOptions options, boolean legacy) {
    this.document = document;
    this.options = options;
    this.legacy = legacy;
  }

  /** A block and the page it stands on. */
  private record Placed(Page page, Block block) {}

  /** The chunks as the options cut them. */
  public List<Map<String, @Nullable Object>> chunks() {
    if (options.chunking() == ParseOptions.Chunking.PAGE) {
      return pages().stream().map(page -> chunk(placed(page), page.number())).toList();
    }
    return groups().stream().map(group -> chunk(group, 1)).toList();
  }

  /** The words with their positions, empty if they were not asked for. */
  public Optional<Map<String, @Nullable Object>> ocr() {
    if (!options.words()) {
      return Optional.empty();
    }
    List<Map<String, @Nullable Object>> words = new ArrayList<>();
    for (Page page : pages()) {
      page.words().forEach(word -> words.add(word(word, page.number())));
    }
    return Optional.of(Json.object("words", words));
  }

  /** The number of pages that were asked for. */
  public long pageCount() {
    return pages().size();
  }

  private List<Page> pages() {
    return document.pages().stream().filter(page -> options.wants(page.number())).toList();
  }

  private List<List<Placed>> groups() {
    List<List<Placed>> groups = new ArrayList<>();
    List<Placed> group = new ArrayList<>();
    long length = 0;
    for (Page page : pages()) {
      for (Placed placed : placed(page)) {
        long added = content(placed.block()).length();
        if (!group.isEmpty() && endsGroup(placed.block(), length, added)) {
          groups.add(List.copyOf(group));
          group.clear();
          length = 0;
        }
        group.add(placed);
        length += added;
      }
    }
    groups.add(group);
    return groups;
  }

  private boolean endsGroup(Block next, long length, long added) {
    boolean heading =
        next.kind() == Block.Kind.HEADING || next.kind() == Block.Kind.SECTION_HEADING;
    boolean newSection =
        options.chunking() == ParseOptions.Chunking.SECTION
            && heading
            && length >= options.minCharacters();
    return newSection || length + added > options.maxCharacters();
  }

  private static List<Placed> placed(Page page) {
    return page.blocks().stream().map(block -> new Placed(page, block)).toList();
  }

  private Map<String, @Nullable Object> chunk(List<Placed> blocks, int emptyPage) {
    long start = blocks.isEmpty() ? emptyPage : blocks.get(0).page().number();
    long end = blocks.isEmpty() ? emptyPage : blocks.get(blocks.size() - 1).page().number();
    Map<String, @Nullable Object> metadata =
        Json.object("pageRange", Json.object("start", start, "end", end));
    addConfidences(metadata);
    return Json.object(
        "object",
        "chunk",
        "type",
        options.chunking().apiName(),
        "content",
        chunkContent(blocks),
        "metadata",
        metadata,
        "blocks",
        blocks.stream().map(this::block).toList());
  }

  private String chunkContent(List<Placed> blocks) {
    boolean positions =
        blocks.stream().findFirst().map(placed -> placed.page().size() != null).orElse(false);
    if (options.spatial() && positions) {
      return SpatialText.of(blocks.get(0).page());
    }
    return blocks.stream()
        .map(placed -> content(placed.block()))
        .collect(Collectors.joining("\n\n"));
  }

  private Map<String, @Nullable Object> block(Placed placed) {
    Block block = placed.block();
    String content = content(block);
    Map<String, @Nullable Object> shape =
        shape(type(block.kind()), content, details(block), placed.page(), block.box());
    if (block.kind() == Block.Kind.TABLE && options.cellBlocks()) {
      shape.put("children", cells(placed, (String) shape.get("id")));
    }
    return shape;
  }

  private List<Map<String, @Nullable Object>> cells(Placed table, @Nullable String tableId) {
    List<Map<String, @Nullable Object>> cells = new ArrayList<>();
    for (int row = 0; row < table.block().rows().size(); row++) {
      List<Segment> segments = table.block().rows().get(row).segments();
      for (int column = 0; column < segments.size(); column++) {
        Map<String, @Nullable Object> details =
            Json.object(
                "type", "table_cell_details", "rowIndex", (long) row, "columnIndex", (long) column);
        Segment cell = segments.get(column);
        Map<String, @Nullable Object> shape =
            shape(
                row == 0 ? "table_head" : "table_cell",
                cell.text(),
                details,
                table.page(),
                cell.box());
        shape.put("parentBlockId", tableId);
        cells.add(shape);
      }
    }
    return cells;
  }

  private Map<String, @Nullable Object> shape(
      String type,
      String content,
      Map<String, @Nullable Object> details,
      Page page,
      @Nullable Box box) {
    Map<String, @Nullable Object> metadata =
        Json.object("page", Geometry.page(page.number(), page.size()));
    addConfidences(metadata);
    return Json.object(
        "object",
        "block",
        "id",
        hash(type + page.number() + box + details + content),
        "type",
        type,
        "content",
        content,
        "details",
        details,
        "metadata",
        metadata,
        "polygon",
        Geometry.polygon(box),
        "boundingBox",
        boundingBox(box));
  }

  private Map<String, @Nullable Object> boundingBox(@Nullable Box box) {
    if (box == null) {
      return legacy
          ? Json.object()
          : Json.object("left", null, "top", null, "right", null, "bottom", null);
    }
    return Json.object(
        "left",
        Geometry.points(box.left()),
        "top",
        Geometry.points(box.top()),
        "right",
        Geometry.points(box.right()),
        "bottom",
        Geometry.points(box.bottom()));
  }

  private void addConfidences(Map<String, @Nullable Object> metadata) {
    if (!legacy) {
      // Text is read from the file, not recognised in an image: there is nothing to be unsure of.
      metadata.put("minOcrConfidence", null);
      metadata.put("avgOcrConfidence", null);
    }
  }

  private String content(Block block) {
    return BlockText.of(block, options.htmlTables());
  }

  private String type(Block.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case HEADING -> "heading";
      case SECTION_HEADING -> "section_heading";
      case KEY_VALUE -> legacy ? "text" : "key_value";
      case TABLE -> "table";
    };
  }

  private Map<String, @Nullable Object> details(Block block) {
    if (block.kind() == Block.Kind.TABLE) {
      return Json.object(
          "type",
          "table_details",
          "rowCount",
          (long) block.rows().size(),
          "columnCount",
          (long) block.rows().get(0).segments().size());
    }
    return block.kind() == Block.Kind.KEY_VALUE && !legacy
        ? Json.object("type", "key_value_details")
        : Json.object();
  }

  private Map<String, @Nullable Object> word(Word word, int page) {
    return Json.object(
        "content",
        word.text(),
        "boundingBox",
        boundingBox(word.box()),
        "confidence",
        1L,
        "pageNumber",
        (long) page);
  }

  private static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
