package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.Geometry;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Segment;
import io.github.extendclient.testing.internal.document.Word;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chunks, blocks and words of a parse run, in the shape of either API version. */
public final class ParseOutput {
  private static final String PDF = "application/pdf";

  /** All positions in a PDF are in points. */
  private static final long POINTS_PER_INCH = 72;

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

  /** A block and its page. */
  private record Placed(Page page, Block block) {}

  /** The chunks, by the options. */
  public List<JsonObject> chunks() {
    if (options.chunking() == ParseOptions.Chunking.PAGE) {
      return pages().stream().map(page -> chunk(placed(page), page.number())).toList();
    }
    return groups().stream().map(group -> chunk(group, 1)).toList();
  }

  /** The words with their positions, empty if they were not asked for. */
  public Optional<JsonObject> ocr() {
    if (!options.words()) {
      return Optional.empty();
    }
    List<JsonObject> words = new ArrayList<>();
    for (Page page : pages()) {
      page.words().forEach(word -> words.add(word(word, page.number())));
    }
    return Optional.of(JsonObject.of("words", words));
  }

  /** The metadata of the pages of a PDF, empty for any other document. */
  public Optional<JsonObject> metadata() {
    List<JsonObject> shown = new ArrayList<>();
    for (Page page : pages()) {
      Page.Size size = page.size();
      if (size == null) {
        return Optional.empty();
      }
      shown.add(
          JsonObject.of("number", (long) page.number())
              .with("rotationApplied", (long) size.rotation())
              .with("originalPageWidth", Geometry.points(size.originalWidth()))
              .with("originalPageHeight", Geometry.points(size.originalHeight()))
              .with("dpi", POINTS_PER_INCH));
    }
    return Optional.of(
        JsonObject.of("originalMimeType", PDF).with("finalMimeType", PDF).with("pages", shown));
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

  private JsonObject chunk(List<Placed> blocks, int emptyPage) {
    long start = blocks.isEmpty() ? emptyPage : blocks.get(0).page().number();
    long end = blocks.isEmpty() ? emptyPage : blocks.get(blocks.size() - 1).page().number();
    JsonObject metadata =
        JsonObject.of("pageRange", JsonObject.of("start", start).with("end", end));
    addConfidences(metadata);
    return JsonObject.of("object", "chunk")
        .with("type", options.chunking().apiName())
        .with("content", chunkContent(blocks))
        .with("metadata", metadata)
        .with("blocks", blocks.stream().map(this::block).toList());
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

  private JsonObject block(Placed placed) {
    Block block = placed.block();
    String content = content(block);
    JsonObject shape =
        shape(type(block.kind()), content, details(block), placed.page(), block.box());
    if (block.kind() == Block.Kind.TABLE && options.cellBlocks()) {
      shape.put("children", cells(placed, (String) shape.get("id")));
    }
    return shape;
  }

  private List<JsonObject> cells(Placed table, @Nullable String tableId) {
    List<JsonObject> cells = new ArrayList<>();
    for (int row = 0; row < table.block().rows().size(); row++) {
      List<Segment> segments = table.block().rows().get(row).segments();
      for (int column = 0; column < segments.size(); column++) {
        JsonObject details =
            JsonObject.of("type", "table_cell_details")
                .with("rowIndex", (long) row)
                .with("columnIndex", (long) column);
        Segment cell = segments.get(column);
        JsonObject shape =
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

  private JsonObject shape(
      String type, String content, JsonObject details, Page page, @Nullable Box box) {
    JsonObject metadata = JsonObject.of("page", Geometry.page(page.number(), page.size()));
    addConfidences(metadata);
    return JsonObject.of("object", "block")
        .with("id", hash(type + page.number() + box + details + content))
        .with("type", type)
        .with("content", content)
        .with("details", details)
        .with("metadata", metadata)
        .with("polygon", Geometry.polygon(box))
        .with("boundingBox", boundingBox(box));
  }

  private JsonObject boundingBox(@Nullable Box box) {
    if (box == null) {
      return legacy
          ? new JsonObject()
          : JsonObject.of("left", null).with("top", null).with("right", null).with("bottom", null);
    }
    return JsonObject.of("left", Geometry.points(box.left()))
        .with("top", Geometry.points(box.top()))
        .with("right", Geometry.points(box.right()))
        .with("bottom", Geometry.points(box.bottom()));
  }

  private void addConfidences(JsonObject metadata) {
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
      case PAGE_NUMBER -> legacy ? "text" : "page_number";
    };
  }

  private JsonObject details(Block block) {
    if (block.kind() == Block.Kind.TABLE) {
      return JsonObject.of("type", "table_details")
          .with("rowCount", (long) block.rows().size())
          .with("columnCount", (long) block.rows().get(0).segments().size());
    }
    return block.kind() == Block.Kind.KEY_VALUE && !legacy
        ? JsonObject.of("type", "key_value_details")
        : new JsonObject();
  }

  private JsonObject word(Word word, int page) {
    return JsonObject.of("content", word.text())
        .with("boundingBox", boundingBox(word.box()))
        .with("confidence", 1L)
        .with("pageNumber", (long) page);
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
