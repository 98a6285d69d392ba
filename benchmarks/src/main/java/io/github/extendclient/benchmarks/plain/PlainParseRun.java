package io.github.extendclient.benchmarks.plain;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parse run with plain fields. The details of all kinds share one class, times stay text, and
 * unknown properties are dropped. This is less work than the generated models do, which makes it a
 * hard comparison.
 */
@Json
public final class PlainParseRun {
  public @Nullable String object;
  public @Nullable String id;
  public @Nullable String batchId;
  public @Nullable PlainFile file;
  public @Nullable String status;
  public @Nullable String failureReason;
  public @Nullable String failureMessage;
  public @Nullable Map<String, Object> metadata;
  public @Nullable Output output;
  public @Nullable String outputUrl;
  public @Nullable Metrics metrics;
  public @Nullable Map<String, Object> config;
  public @Nullable Usage usage;

  /** See the specification. */
  public static final class PlainFile {
    public @Nullable String object;
    public @Nullable String id;
    public @Nullable String name;
    public @Nullable String type;
    public @Nullable String parentFileId;
    public @Nullable Map<String, Object> metadata;
    public @Nullable String createdAt;
    public @Nullable String updatedAt;
  }

  /** See the specification. */
  public static final class Output {
    public @Nullable List<Chunk> chunks;
  }

  /** See the specification. */
  public static final class Chunk {
    public @Nullable String object;
    public @Nullable String type;
    public @Nullable String content;
    public @Nullable ChunkMetadata metadata;
    public @Nullable List<Block> blocks;
  }

  /** See the specification. */
  public static final class ChunkMetadata {
    public @Nullable PageRange pageRange;
    public @Nullable Double minOcrConfidence;
    public @Nullable Double avgOcrConfidence;
  }

  /** See the specification. */
  public static final class PageRange {
    public int start;
    public int end;
  }

  /** See the specification. */
  public static final class Block {
    public @Nullable String object;
    public @Nullable String id;
    public @Nullable String parentBlockId;
    public @Nullable String type;
    public @Nullable String content;
    public @Nullable Details details;
    public @Nullable BlockMetadata metadata;
    public @Nullable List<Point> polygon;
    public @Nullable Box boundingBox;
    public @Nullable List<Block> children;
  }

  /** The details of all kinds of blocks in one. */
  public static final class Details {
    public @Nullable String type;
    public @Nullable Integer rowCount;
    public @Nullable Integer columnCount;
    public @Nullable Integer rowIndex;
    public @Nullable Integer columnIndex;
    public @Nullable String cellReference;
    public @Nullable String formula;
    public @Nullable String imageUrl;
    public @Nullable String figureType;
    public @Nullable String decodedValue;
    public @Nullable String format;
    public @Nullable String latex;
  }

  /** See the specification. */
  public static final class BlockMetadata {
    public @Nullable BlockPage page;
    public @Nullable String textDirection;
    public @Nullable Double minOcrConfidence;
    public @Nullable Double avgOcrConfidence;
  }

  /** See the specification. */
  public static final class BlockPage {
    public int number;
    public @Nullable Double width;
    public @Nullable Double height;
  }

  /** See the specification. */
  public static final class Point {
    public double x;
    public double y;
  }

  /** See the specification. */
  public static final class Box {
    public @Nullable Double left;
    public @Nullable Double top;
    public @Nullable Double right;
    public @Nullable Double bottom;
  }

  /** See the specification. */
  public static final class Metrics {
    public double processingTimeMs;
    public double pageCount;
  }

  /** See the specification. */
  public static final class Usage {
    public double credits;
    public @Nullable Double totalCredits;
    public @Nullable List<Map<String, Object>> breakdown;
  }
}
