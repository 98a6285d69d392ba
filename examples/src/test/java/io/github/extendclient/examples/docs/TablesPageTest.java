package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.extraction.Name;
import io.github.extendclient.layout.PageBox;
import io.github.extendclient.result.ParsedText;
import io.github.extendclient.result.Passage;
import io.github.extendclient.result.Passages;
import io.github.extendclient.result.Table;
import io.github.extendclient.result.TableCell;
import io.github.extendclient.result.TablePart;
import io.github.extendclient.result.TableRecords;
import io.github.extendclient.result.TableRow;
import io.github.extendclient.result.Tables;
import io.github.extendclient.result.Usage;
import io.github.extendclient.result.UsageEstimate;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseBlockOptions;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.TableOptions;
import io.github.extendclient.v20260209.model.TableTargetFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/tables.md. */
class TablesPageTest extends PageTest {
  private static final Path INVOICE = Path.of("documents", "invoice.pdf");

  @TempDir Path folder;

  // region record
  record LineItem(
      @Nullable String description,
      @Name("Qty") @Nullable Integer quantity,
      @Nullable BigDecimal amount) {}

  // endregion

  @Test
  void readsTables() throws IOException {
    // region config
    ParseConfig config =
        ParseConfig.builder()
            .blockOptions(
                ParseBlockOptions.builder()
                    .tables(
                        TableOptions.builder()
                            .targetFormat(TableTargetFormat.HTML) // knows merged cells
                            .cellBlocksEnabled(true) // knows the box of each cell
                            .build())
                    .build())
            .build();
    // endregion
    ParseRun run = parse(config);
    Path target = folder.resolve("table.csv");

    // region tables
    for (Table table : Tables.of(run)) {
      out.println(table.header());
      for (TableRow row : table.rows()) {
        out.println(row.texts());
      }
      Files.writeString(target, table.toCsv());
    }
    // endregion

    assertThat(printed()).contains("[Laid paper, cream, 120 g, 40, 12.50, 500.00]");
    assertThat(Files.readString(target))
        .contains("\"Laid paper, cream, 120 g\",40,12.50,500.00\r\n");
    Table table = Tables.of(run).get(0);

    // region place
    TableCell cell = table.rows().get(0).cells().get(1);
    PageBox box = cell.box();
    out.println(cell.text() + " on page " + cell.page() + " at " + box.left() + ", " + box.top());
    for (TablePart part : table.parts()) {
      out.println("from row " + part.firstRow() + " on page " + part.page());
    }
    // endregion

    assertThat(printed()).contains("40 on page 1 at ", "from row 0 on page 1");
    // region records
    TableRecords<LineItem> items = table.toRecords(LineItem.class);
    items.records().forEach(out::println);
    items.problems().forEach(problem -> out.println("Look at " + problem));
    // endregion

    assertThat(printed())
        .contains("LineItem[description=Laid paper, cream, 120 g, quantity=40, amount=500.00]");
    assertThat(items.problems()).isEmpty();
  }

  @Test
  void readsTextAndPassages() throws IOException {
    ParseRun run = parse(ParseConfig.builder().build());

    // region text
    ParsedText text = ParsedText.of(run);
    out.println(text.page(1));
    out.println(text.ofType(BlockType.HEADING, BlockType.SECTION_HEADING));
    // endregion

    // region passages
    List<Passage> passages = Passages.of(run).source(INVOICE).maxCharacters(1500).byBlocks();
    for (Passage passage : passages) {
      out.println(passage.firstPage() + ": " + passage.text());
      out.println(passage.metadata()); // file, pages, boxes, blocks, SHA-256
    }
    // endregion

    assertThat(printed()).contains("INV-2026-0417", "source_sha256=", "boxes=1:");
  }

  @Test
  void tellsWhatItCosts() {
    ParseConfig config = ParseConfig.builder().build();
    // region estimate
    UsageEstimate estimate = UsageEstimate.of(config, 12);
    out.println(estimate.low() + " to " + estimate.high() + " credits: " + estimate.basis());
    // endregion
    ParseRun run = parse(config);
    // region usage
    Usage usage = Usage.of(run.getUsage());
    out.println(usage.credits() + " credits: " + usage.charges());
    // endregion

    assertThat(printed()).startsWith("24 to 24 credits: [12 pages × 2 (parse_performance)]");
    assertThat(usage.runs()).isEqualTo(1);
  }

  private ParseRun parse(ParseConfig config) {
    File file = extend.files().upload(INVOICE);
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder()
            .file(FileFromId.builder().id(file.getId()).build())
            .config(config)
            .build();
    return extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofSeconds(30)));
  }
}
