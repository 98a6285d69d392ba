package io.github.extendclient.benchmarks.plain;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An extract run with plain fields, in full or as an item of a list. Values and configuration,
 * whose schema is the user's, are maps; times stay text, and unknown properties are dropped.
 */
@Json
public final class PlainExtractRun {
  public @Nullable String object;
  public @Nullable String id;
  public @Nullable String status;
  public @Nullable Output output;
  public @Nullable Output initialOutput;
  public @Nullable Output reviewedOutput;
  public @Nullable String failureReason;
  public @Nullable String failureMessage;
  public @Nullable Map<String, Object> metadata;
  public boolean reviewed;
  public boolean edited;
  public @Nullable Map<String, Object> edits;
  public @Nullable Map<String, Object> config;
  public @Nullable Extractor extractor;
  public @Nullable ExtractorVersion extractorVersion;
  public PlainParseRun.@Nullable PlainFile file;
  public @Nullable List<PlainParseRun.PlainFile> files;
  public @Nullable String parseRunId;
  public @Nullable String dashboardUrl;
  public PlainParseRun.@Nullable Usage usage;
  public @Nullable String createdAt;
  public @Nullable String updatedAt;

  /** See the specification. */
  public static final class Output {
    public @Nullable Map<String, Object> value;
    public @Nullable Map<String, FieldMetadata> metadata;
  }

  /** See the specification. */
  public static final class FieldMetadata {
    public @Nullable Double ocrConfidence;
    public @Nullable Double logprobsConfidence;
    public @Nullable List<Citation> citations;
    public @Nullable List<Insight> insights;
  }

  /** See the specification. */
  public static final class Citation {
    public @Nullable String fileId;
    public PlainParseRun.@Nullable BlockPage page;
    public @Nullable String referenceText;
    public @Nullable List<PlainParseRun.Point> polygon;
  }

  /** See the specification. */
  public static final class Insight {
    public @Nullable String type;
    public @Nullable String content;
  }

  /** See the specification. */
  public static final class Extractor {
    public @Nullable String object;
    public @Nullable String id;
    public @Nullable String name;
    public @Nullable String createdAt;
    public @Nullable String updatedAt;
  }

  /** See the specification. */
  public static final class ExtractorVersion {
    public @Nullable String object;
    public @Nullable String id;
    public @Nullable String description;
    public @Nullable String version;
    public @Nullable String extractorId;
    public @Nullable Author createdBy;
    public @Nullable String createdAt;
  }

  /** See the specification. */
  public static final class Author {
    public @Nullable String type;
    public @Nullable String email;
  }
}
