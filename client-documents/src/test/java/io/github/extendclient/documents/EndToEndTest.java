package io.github.extendclient.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.layout.PageBox;
import io.github.extendclient.result.ParsedText;
import io.github.extendclient.result.Table;
import io.github.extendclient.result.TableCell;
import io.github.extendclient.result.TableRow;
import io.github.extendclient.result.Tables;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseBlockOptions;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creates documents, parses them with the embedded server, and makes proofs of them. */
class EndToEndTest {
  private final ExtendServer server =
      ExtendServer.builder().pendingTime(Duration.ZERO).processingTime(Duration.ZERO).start();

  private final ExtendClient extend =
      ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();

  @TempDir Path folder;

  @AfterEach
  void close() {
    extend.close();
    server.close();
  }

  @Test
  void aTableOverThreePagesIsOneTableWhoseCellsStandWhereTheyWereDrawn() throws IOException {
    Path source = folder.resolve("table.pdf");
    Drawn drawn = new Drawn();
    List<List<String>> rows = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      List<String[]> lines = new ArrayList<>();
      lines.add(new String[] {"Item", "Quantity", "Amount"});
      for (int line = 0; line < 6; line++) {
        String[] row = {"Item " + page + line, "" + (line + 1), page + "." + line + "0"};
        lines.add(row);
        rows.add(List.of(row));
      }
      drawn.table(lines);
    }
    drawn.save(source);

    ParseRun run = parse(source);
    List<Table> tables = Tables.of(run);

    assertThat(tables).hasSize(1);
    Table table = tables.get(0);
    assertThat(table.header()).containsExactly("Item", "Quantity", "Amount");
    assertThat(table.pages()).containsExactly(1, 2, 3);
    assertThat(table.rows()).extracting(TableRow::texts).containsExactlyElementsOf(rows);
    TableCell cell = table.rows().get(6).cells().get(1);
    assertThat(cell.page()).isEqualTo(2);
    PageBox box = cell.box();
    assertThat(box.left()).isCloseTo(Drawn.columnLeft(1), within(1.0));
    assertThat(box.bottom()).isCloseTo(Drawn.rowBaseline(1), within(4.0));

    Path proof = folder.resolve("proof.html");
    Proof.builder(source).add(run).build().writeHtml(proof);
    assertThat(proof).content().contains("<figure id=\"page-3\">", "Item 25");
  }

  @Test
  void textFromRightToLeftIsReadAndShown() throws IOException {
    Path source = folder.resolve("hebrew.txt");
    Files.writeString(source, "חשבונית מס 7\n\nסך הכול 12.50");

    assertThat(ParsedText.of(parse(source)).all()).contains("חשבונית מס 7", "סך הכול 12.50");
  }

  private ParseRun parse(Path document) {
    FileFromId file = FileFromId.builder().id(extend.files().upload(document).getId()).build();
    ParseConfig config =
        ParseConfig.builder()
            .blockOptions(
                ParseBlockOptions.builder()
                    .tables(TableOptions.builder().cellBlocksEnabled(true).build())
                    .build())
            .build();
    return extend
        .parseRuns()
        .createAndPoll(
            ParseRunCreateRequest.builder().file(file).config(config).build(),
            Poller.upTo(Duration.ofSeconds(30)));
  }
}
