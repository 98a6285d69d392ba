package io.github.extendclient.documents;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockDetails;
import io.github.extendclient.v20260209.model.BlockMetadata;
import io.github.extendclient.v20260209.model.BlockMetadataPage;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.BoundingBox;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ChunkMetadata;
import io.github.extendclient.v20260209.model.ChunkType;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.CitationPage;
import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.ClassifyOutput;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.EditBoundingBox;
import io.github.extendclient.v20260209.model.EditFieldType;
import io.github.extendclient.v20260209.model.EditSchema;
import io.github.extendclient.v20260209.model.EditSchemaGenerationConfig;
import io.github.extendclient.v20260209.model.EditSchemaGenerationResult;
import io.github.extendclient.v20260209.model.EditSchemaProperty;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.FileMetadata;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.FormDetectionRun;
import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import io.github.extendclient.v20260209.model.ParseRunOutputMetadata;
import io.github.extendclient.v20260209.model.ParsedPage;
import io.github.extendclient.v20260209.model.Point;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.Split;
import io.github.extendclient.v20260209.model.SplitConfig;
import io.github.extendclient.v20260209.model.SplitOutput;
import io.github.extendclient.v20260209.model.SplitRun;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Runs of the tests, on pages of A4. */
final class Runs {
  private static final double WIDTH = 595;
  private static final double HEIGHT = 842;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T00:00:00Z");

  private Runs() {}

  static ParseRun parse(Block... blocks) {
    return parse(List.of(blocks));
  }

  static ParseRun parse(List<Block> blocks) {
    Chunk chunk =
        Chunk.builder()
            .type(ChunkType.DOCUMENT)
            .content("")
            .metadata(
                ChunkMetadata.builder()
                    .pageRange(PageRange.builder().start(1).end(1).build())
                    .build())
            .blocks(blocks)
            .build();
    return ParseRun.builder()
        .id("pr_1")
        .file(null)
        .status(RunStatus.PROCESSED)
        .config(ParseConfig.builder().build())
        .output(ParseRunOutput.builder().chunks(List.of(chunk)).build())
        .build();
  }

  /** Returns the same run with metadata of its first page. */
  static ParseRun turned(ParseRun run, int rotation, double width, double height, double dpi) {
    ParsedPage page =
        ParsedPage.builder()
            .number(1)
            .rotationApplied(rotation)
            .originalPageWidth(width)
            .originalPageHeight(height)
            .dpi(dpi)
            .build();
    ParseRunOutputMetadata metadata = ParseRunOutputMetadata.builder().pages(List.of(page)).build();
    return run.toBuilder().output(run.getOutput().toBuilder().metadata(metadata).build()).build();
  }

  static Block block(
      BlockType type,
      int page,
      String content,
      double left,
      double top,
      double right,
      double bottom) {
    return Block.builder()
        .id(type + "-" + page + "-" + top)
        .type(type)
        .content(content)
        .details(new BlockDetails.Unknown(JsonValue.of(Map.of())))
        .metadata(
            BlockMetadata.builder()
                .page(BlockMetadataPage.builder().number(page).width(WIDTH).height(HEIGHT).build())
                .minOcrConfidence(0.95)
                .build())
        .polygon(List.of())
        .boundingBox(BoundingBox.builder().left(left).top(top).right(right).bottom(bottom).build())
        .build();
  }

  static ExtractRun extract(String value, Map<String, FieldMetadata> metadata) {
    return ExtractRun.builder()
        .id("exr_1")
        .status(RunStatus.PROCESSED)
        .reviewed(false)
        .edited(false)
        .config(ExtractConfigJson.builder().build())
        .output(
            ExtractOutputJson.builder()
                .value(JsonValue.ofJson(value.replace('\'', '"')).asObject())
                .metadata(metadata)
                .build())
        .dashboardUrl("https://dashboard.example")
        .createdAt(NOW)
        .updatedAt(NOW)
        .build();
  }

  static FieldMetadata sure(double confidence, Citation... citations) {
    return FieldMetadata.builder().ocrConfidence(confidence).citations(List.of(citations)).build();
  }

  static Citation cited(int page, double left, double top, double right, double bottom) {
    return Citation.builder()
        .page(CitationPage.builder().number(page).width(WIDTH).height(HEIGHT).build())
        .polygon(
            List.of(
                corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)))
        .build();
  }

  private static Point corner(double x, double y) {
    return Point.builder().x(x).y(y).build();
  }

  static ClassifyRun classify(String type) {
    return ClassifyRun.builder()
        .id("clr_1")
        .status(RunStatus.PROCESSED)
        .reviewed(false)
        .edited(false)
        .config(ClassifyConfig.builder().classifications(List.of()).build())
        .output(
            ClassifyOutput.builder()
                .id(type)
                .type(type)
                .confidence(0.83)
                .insights(List.of())
                .build())
        .dashboardUrl("https://dashboard.example")
        .createdAt(NOW)
        .updatedAt(NOW)
        .build();
  }

  static SplitRun split(Split... splits) {
    return SplitRun.builder()
        .id("splr_1")
        .status(RunStatus.PROCESSED)
        .reviewed(false)
        .edited(false)
        .config(SplitConfig.builder().splitClassifications(List.of()).build())
        .output(SplitOutput.builder().splits(List.of(splits)).build())
        .dashboardUrl("https://dashboard.example")
        .createdAt(NOW)
        .updatedAt(NOW)
        .build();
  }

  static Split part(String type, String identifier, int start, int end) {
    return Split.builder()
        .id("splt_" + start)
        .type(type)
        .observation("")
        .identifier(identifier)
        .startPage(start)
        .endPage(end)
        .classificationId(type)
        .fileId("file_" + start)
        .build();
  }

  static FormDetectionRun form(String field, int page, double left, double top) {
    EditSchema schema =
        EditSchema.builder()
            .properties(
                Map.of(
                    field,
                    EditSchemaProperty.builder()
                        .description("Name of the applicant")
                        .extendEditFieldType(EditFieldType.TEXT)
                        .extendEditPageIndex(page - 1)
                        .extendEditBbox(
                            EditBoundingBox.builder()
                                .left(left)
                                .top(top)
                                .right(left + 200)
                                .bottom(top + 20)
                                .build())
                        .build()))
            .build();
    return FormDetectionRun.builder()
        .id("sgr_1")
        .file(
            FileSummary.builder()
                .id("file_1")
                .name("form.pdf")
                .metadata(FileMetadata.builder().build())
                .createdAt(NOW)
                .updatedAt(NOW)
                .build())
        .status(RunStatus.PROCESSED)
        .config(EditSchemaGenerationConfig.builder().build())
        .output(EditSchemaGenerationResult.builder().schema(schema).annotatedSchema(schema).build())
        .build();
  }
}
