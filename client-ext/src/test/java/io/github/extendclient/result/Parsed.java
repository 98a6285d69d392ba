package io.github.extendclient.result;

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
import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.TableCellDetails;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parse runs of the tests. */
final class Parsed {
  private static final BlockDetails NO_DETAILS = new BlockDetails.Unknown(JsonValue.of(Map.of()));

  private Parsed() {}

  /** A run with one chunk of these blocks. */
  static ParseRun run(Block... blocks) {
    return run(chunk("", blocks));
  }

  static ParseRun run(Chunk... chunks) {
    return run().output(ParseRunOutput.builder().chunks(List.of(chunks)).build()).build();
  }

  static ParseRun.Builder run() {
    return ParseRun.builder()
        .id("pr_1")
        .file(null)
        .status(RunStatus.PROCESSED)
        .failureReason(null)
        .failureMessage(null)
        .metadata(null)
        .output(null)
        .outputUrl(null)
        .metrics(null)
        .config(ParseConfig.builder().build())
        .usage(null);
  }

  static Chunk chunk(String content, Block... blocks) {
    return Chunk.builder()
        .type(ChunkType.PAGE)
        .content(content)
        .metadata(
            ChunkMetadata.builder().pageRange(PageRange.builder().start(1).end(1).build()).build())
        .blocks(List.of(blocks))
        .build();
  }

  static Block.Builder block(BlockType type, int page, String content) {
    return Block.builder()
        .id(type + "-" + page + "-" + Integer.toHexString(content.hashCode()))
        .type(type)
        .content(content)
        .details(NO_DETAILS)
        .metadata(
            BlockMetadata.builder()
                .page(BlockMetadataPage.builder().number(page).width(600.0).height(800.0).build())
                .build())
        .polygon(List.of())
        .boundingBox(box(null, null, null, null));
  }

  static Block table(int page, String content) {
    return block(BlockType.TABLE, page, content).build();
  }

  static Block table(int page, String content, Block... cells) {
    return block(BlockType.TABLE, page, content).children(List.of(cells)).build();
  }

  static Block head(int row, int column, String text) {
    return cell(row, column, text).toBuilder().type(BlockType.TABLE_HEAD).build();
  }

  static Block cell(int row, int column, String text) {
    return block(BlockType.TABLE_CELL, 1, text)
        .id("cell-" + row + "-" + column)
        .details(TableCellDetails.builder().rowIndex(row).columnIndex(column).build())
        .build();
  }

  static Block at(Block block, double left, double top, double right, double bottom) {
    return block.toBuilder().boundingBox(box(left, top, right, bottom)).build();
  }

  private static BoundingBox box(
      @Nullable Double left,
      @Nullable Double top,
      @Nullable Double right,
      @Nullable Double bottom) {
    return BoundingBox.builder().left(left).top(top).right(right).bottom(bottom).build();
  }
}
