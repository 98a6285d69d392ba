package io.github.extendclient.documents;

import static io.github.extendclient.documents.Runs.block;

import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes a proof of 300 pages, in a JVM of its own; prints the seconds of the processor it took.
 */
final class LargeProof {
  private LargeProof() {}

  public static void main(String... args) throws IOException {
    Path folder = Path.of(args[0]);
    Path source = folder.resolve("large.pdf");
    Drawn drawn = new Drawn();
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 300; page++) {
      String[] lines = new String[40];
      for (int line = 0; line < lines.length; line++) {
        lines[line] = "Page " + page + ", line " + line + ": the goods were delivered in full";
        double top = 60 + 18 * line;
        blocks.add(block(BlockType.TEXT, page, lines[line], 70, top, 380, top + 16));
      }
      drawn.text(lines);
    }
    drawn.save(source);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Proof.builder(source).add(Runs.parse(blocks)).build().writeHtml(folder.resolve("large.html"));
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.println(TimeUnit.NANOSECONDS.toSeconds(took));
  }
}
