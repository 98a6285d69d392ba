package io.github.extendclient.documents;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import java.util.ArrayList;
import java.util.List;

/** The findings of a parse run: its blocks and their child blocks. */
final class ParseFindings {
  private final List<Finding> findings = new ArrayList<>();

  private ParseFindings() {}

  static List<Finding> of(ParseRunOutput output) {
    ParseFindings reader = new ParseFindings();
    for (Chunk chunk : output.getChunks()) {
      chunk.getBlocks().forEach(reader::add);
    }
    return reader.findings;
  }

  private void add(Block block) {
    String type = block.getType().value();
    PageBox box = PageBox.of(block);
    List<Corner> polygon =
        block.getPolygon().stream()
            .map(corner -> new Corner(corner.getX(), corner.getY()))
            .toList();
    findings.add(
        new Finding(
            type,
            type.replace('_', ' '),
            block.getContent(),
            block.getMetadata().getMinOcrConfidence(),
            box == null ? List.of() : List.of(Area.of(box).withCorners(polygon))));
    if (block.getChildren() != null) {
      block.getChildren().forEach(this::add);
    }
  }
}
