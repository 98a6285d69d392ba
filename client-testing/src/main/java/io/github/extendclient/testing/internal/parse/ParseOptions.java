package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * The options of a parse configuration that this server supports.
 *
 * @param spatial lay the text out with spaces instead of Markdown
 * @param chunking how the output is cut
 * @param minCharacters chunks of sections or documents are joined up to this length
 * @param maxCharacters chunks of sections or documents are cut, between blocks, at this length
 * @param pages ranges of pages from 1, both ends included; empty for all pages
 * @param htmlTables write tables as HTML instead of Markdown
 * @param cellBlocks give tables a child block per cell
 * @param words list all words with their positions
 */
public record ParseOptions(
    boolean spatial,
    Chunking chunking,
    long minCharacters,
    long maxCharacters,
    List<PageRange> pages,
    boolean htmlTables,
    boolean cellBlocks,
    boolean words) {

  /** The chunking strategies, with the names the API gives them. */
  public enum Chunking {
    /** A chunk per page. */
    PAGE("page"),
    /** One chunk. */
    DOCUMENT("document"),
    /** A chunk per heading. */
    SECTION("section");

    private final String apiName;

    Chunking(String apiName) {
      this.apiName = apiName;
    }

    /** The name in requests and responses. */
    public String apiName() {
      return apiName;
    }
  }

  /** A range of pages, from 1, both ends included. */
  public record PageRange(long start, long end) {}

  /**
   * Reads a {@code ParseConfig}.
   *
   * @throws Fields.InvalidFieldException if a value is not of its type or not one of its choices
   */
  public static ParseOptions of(Fields config) {
    Fields none = Fields.ofBody(new JsonObject());
    Fields strategy = config.object("chunkingStrategy").orElse(none);
    Fields limits = strategy.object("options").orElse(none);
    Fields blockOptions = config.object("blockOptions").orElse(none);
    Fields tables = blockOptions.object("tables").orElse(none);
    Fields advanced = config.object("advancedOptions").orElse(none);
    config.choice("engine", Set.of("parse_performance", "parse_light"));
    return new ParseOptions(
        config.choice("target", Set.of("markdown", "spatial")).orElse("markdown").equals("spatial"),
        chunking(strategy),
        limits.integer("minCharacters", 0, Integer.MAX_VALUE).orElse(0L),
        limits.integer("maxCharacters", 1, Integer.MAX_VALUE).orElse(Long.MAX_VALUE),
        pageRanges(advanced),
        tables.choice("targetFormat", Set.of("markdown", "html")).orElse("").equals("html"),
        tables.bool("cellBlocksEnabled").orElse(false),
        advanced.object("returnOcr").flatMap(ocr -> ocr.bool("words")).orElse(false));
  }

  /** The configuration as a run shows it: what was given, and the defaults of what was not. */
  public static JsonObject withDefaults(JsonObject config) {
    JsonObject complete =
        JsonObject.of("target", "markdown")
            .with("chunkingStrategy", JsonObject.of("type", "page"))
            .with("engine", "parse_performance");
    complete.putAll(config);
    return complete;
  }

  /** Checks that the options go together. */
  public void check() throws RunFailedException {
    if (spatial && chunking != Chunking.PAGE) {
      throw new RunFailedException(
          Reason.INVALID_CONFIG_OPTIONS,
          "The target \"spatial\" goes with the chunking strategy \"page\" only, not with \""
              + chunking.apiName()
              + "\".");
    }
  }

  boolean wants(int page) {
    return pages.isEmpty()
        || pages.stream().anyMatch(range -> range.start() <= page && page <= range.end());
  }

  private static Chunking chunking(Fields strategy) {
    String type = strategy.choice("type", Set.of("page", "document", "section")).orElse("page");
    return switch (type) {
      case "document" -> Chunking.DOCUMENT;
      case "section" -> Chunking.SECTION;
      default -> Chunking.PAGE;
    };
  }

  private static List<PageRange> pageRanges(Fields advanced) {
    return advanced.objects("pageRanges").stream()
        .map(
            range ->
                new PageRange(
                    range.integer("start", 1, Integer.MAX_VALUE).orElse(1L),
                    range.integer("end", 1, Integer.MAX_VALUE).orElse(Long.MAX_VALUE)))
        .toList();
  }
}
