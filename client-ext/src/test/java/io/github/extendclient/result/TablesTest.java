package io.github.extendclient.result;

import static io.github.extendclient.result.Parsed.at;
import static io.github.extendclient.result.Parsed.block;
import static io.github.extendclient.result.Parsed.cell;
import static io.github.extendclient.result.Parsed.chunk;
import static io.github.extendclient.result.Parsed.head;
import static io.github.extendclient.result.Parsed.run;
import static io.github.extendclient.result.Parsed.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.TableCellDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void cellBlocksMakeHeaderAndRowsWithBlockPageAndBox() {
    Block price = at(cell(1, 1, "3.50"), 100, 40, 180, 60);
    Table table =
        one(table(1, "", head(0, 0, "Item"), head(0, 1, "Price"), cell(1, 0, "Tea"), price));

    assertThat(table.header()).containsExactly("Item", "Price");
    assertThat(texts(table)).containsExactly(List.of("Tea", "3.50"));
    TableCell cell = table.rows().get(0).cells().get(1);
    assertThat(cell.block()).isEqualTo(price);
    assertThat(cell.page()).isEqualTo(1);
    assertThat(cell.box()).isEqualTo(new PageBox(1, 100, 40, 180, 60, 600.0, 800.0));
    assertThat(cell.isMerged()).isFalse();
  }

  @Test
  void indexesThatBeginAtOneMakeTheSameTable() {
    assertThat(texts(one(table(1, "", cell(1, 1, "a"), cell(1, 2, "b"), cell(2, 1, "c")))))
        .containsExactly(List.of("a", "b"), List.of("c", ""));
  }

  @Test
  void cellsBesideTheirTableBelongToIt() {
    Block table = table(1, "");
    Block loose = cell(0, 0, "a").toBuilder().parentBlockId(table.getId()).build();

    assertThat(texts(one(table, loose))).containsExactly(List.of("a"));
  }

  @Test
  void theBoxOfAMergedCellSaysHowFarItReaches() {
    Table table =
        one(
            table(
                1,
                "",
                at(cell(0, 0, "2026"), 0, 0, 200, 20),
                at(cell(1, 0, "Q1"), 0, 20, 100, 40),
                at(cell(1, 1, "Q2"), 100, 20, 200, 40)));

    assertThat(texts(table)).containsExactly(List.of("2026", "2026"), List.of("Q1", "Q2"));
    TableCell merged = table.rows().get(0).cells().get(1);
    assertThat(merged.columnSpan()).isEqualTo(2);
    assertThat(merged).isSameAs(table.rows().get(0).cells().get(0));
  }

  @Test
  void aCellMergedOverThreeRowsIsOneCell() {
    Table table =
        one(
            table(
                1,
                "",
                at(cell(0, 0, "North"), 0, 0, 100, 60),
                at(cell(0, 1, "a"), 100, 0, 200, 20),
                at(cell(1, 1, "b"), 100, 20, 200, 40),
                at(cell(2, 1, "c"), 100, 40, 200, 60)));

    assertThat(texts(table))
        .containsExactly(List.of("North", "a"), List.of("North", "b"), List.of("North", "c"));
    assertThat(table.rows().get(2).cells().get(0).rowSpan()).isEqualTo(3);
  }

  @Test
  void theMergedRangeOfASpreadsheetSaysHowFarACellReaches() {
    Block merged =
        cell(0, 0, "Sales").toBuilder()
            .details(
                TableCellDetails.builder()
                    .rowIndex(0)
                    .columnIndex(0)
                    .cellReference("A1:B1")
                    .formula("=UPPER(\"sales\")")
                    .build())
            .build();
    Table table = one(table(1, "", merged, cell(1, 0, "a"), cell(1, 1, "b")));

    assertThat(texts(table)).containsExactly(List.of("Sales", "Sales"), List.of("a", "b"));
    assertThat(table.rows().get(0).cells().get(1).formula()).isEqualTo("=UPPER(\"sales\")");
  }

  @Test
  void htmlIsReadWithMergedCellsEntitiesAndMissingEndTags() {
    Table table =
        one(
            table(
                1,
                """
                <table><thead><tr><th rowspan=2>Item<th colspan="2">Price
                <tr><th>net<th>gross</thead>
                <tr><td>Tea &amp; <b>milk</b><td>1<td>2
                <tr><td>Cake<br>slice<td colspan=2>3</table>
                """));

    assertThat(table.header()).containsExactly("Item", "Price net", "Price gross");
    assertThat(texts(table))
        .containsExactly(List.of("Tea & milk", "1", "2"), List.of("Cake\nslice", "3", "3"));
  }

  @Test
  void htmlSaysWhatIsMergedAndCellBlocksSayWhereItStands() {
    Table table =
        one(
            table(
                1,
                "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
                at(cell(0, 0, "a"), 0, 0, 50, 20),
                at(cell(1, 1, "c"), 50, 20, 100, 40)));

    assertThat(texts(table)).containsExactly(List.of("a", "a"), List.of("b", "c"));
    assertThat(table.rows().get(1).cells().get(1).box())
        .isEqualTo(new PageBox(1, 50, 20, 100, 40, 600.0, 800.0));
    assertThat(table.rows().get(0).cells().get(1).block().getId()).isEqualTo("cell-0-0");
  }

  @Test
  void aTableInACellGivesItsTextToTheCell() {
    assertThat(
            texts(one(table(1, "<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</table>"))))
        .containsExactly(List.of("a b c", "d"));
  }

  @Test
  void aHostileSpanIsCut() {
    Table table = one(table(1, "<table><tr><td colspan=99999 rowspan=99999>a</table>"));

    assertThat(table.columnCount()).isEqualTo(1000);
    assertThat(table.rows()).hasSize(1);
  }

  @Test
  void markdownIsReadWithEscapedBars() {
    Table table = one(table(1, "| Item | Price |\n|:--|--:|\n| a\\|b | 1<br>2 |\n| c |"));

    assertThat(table.header()).containsExactly("Item", "Price");
    assertThat(texts(table)).containsExactly(List.of("a|b", "1\n2"), List.of("c", ""));
  }

  @Test
  void aTableInsideATextBlockIsFound() {
    Block text =
        block(BlockType.TEXT, 2, "As follows:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nend").build();

    Table table = one(text);

    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.parts()).containsExactly(new TablePart(text, 2, 0, 1));
  }

  @Test
  void aTableInAChunkWithoutBlocksIsFound() {
    assertThat(texts(Tables.of(run(chunk("| a |\n|---|\n| 1 |"))).get(0)))
        .containsExactly(List.of("1"));
  }

  @Test
  void textWithABarIsNoTable() {
    assertThat(Tables.of(run(block(BlockType.TEXT, 1, "a | b\nc | d").build()))).isEmpty();
  }

  @Test
  void aTableOverThreePagesIsOneAndSaysSo() {
    Table table =
        one(
            at(table(1, html("<th>Item<th>Price", "Tea", "1")), 50, 600, 550, 700),
            block(BlockType.FOOTER, 1, "Page 1").build(),
            block(BlockType.HEADER, 2, "Invoice").build(),
            at(table(2, html("<th>Item<th>Price", "Milk", "2")), 50, 60, 551, 700),
            block(BlockType.PAGE_NUMBER, 2, "2").build(),
            at(table(3, html("", "Cake", "3")), 49, 60, 550, 100));

    assertThat(table.isJoined()).isTrue();
    assertThat(table.pages()).containsExactly(1, 2, 3);
    assertThat(texts(table))
        .containsExactly(List.of("Tea", "1"), List.of("Milk", "2"), List.of("Cake", "3"));
    assertThat(table.parts()).extracting(TablePart::firstRow).containsExactly(0, 1, 2);
    assertThat(table.rows()).extracting(TableRow::index).containsExactly(1, 2, 3);
    assertThat(table.rows().get(2).cells().get(0).row()).isEqualTo(3);
    assertThat(table.rows().get(2).cells().get(0).page()).isEqualTo(3);
  }

  @Test
  void theFirstRowOfAMarkdownPartIsARowIfItHoldsValues() {
    Table table =
        one(
            table(1, "| Item | Price |\n|---|---|\n| Tea | 1.00 |"),
            table(2, "| Milk | 2.00 |\n|---|---|\n| Cake | 3.00 |"));

    assertThat(table.header()).containsExactly("Item", "Price");
    assertThat(texts(table))
        .containsExactly(List.of("Tea", "1.00"), List.of("Milk", "2.00"), List.of("Cake", "3.00"));
    assertThat(table.parts()).extracting(TablePart::rowCount).containsExactly(1, 2);
  }

  @Test
  void tablesWithOtherHeadersStayApart() {
    assertThat(
            Tables.of(
                run(
                    table(1, html("<th>Item<th>Price", "Tea", "1")),
                    table(2, html("<th>Name<th>City", "Ann", "Bonn")))))
        .hasSize(2);
  }

  @Test
  void textBetweenTablesKeepsThemApart() {
    assertThat(
            Tables.of(
                run(
                    table(1, html("", "Tea", "1")),
                    block(BlockType.TEXT, 2, "Then").build(),
                    table(2, html("", "Milk", "2")))))
        .hasSize(2);
  }

  @Test
  void tablesOfAnotherWidthStayApart() {
    assertThat(
            Tables.of(
                run(
                    at(table(1, html("", "Tea", "1")), 50, 600, 550, 700),
                    at(table(2, html("", "Milk", "2")), 50, 60, 300, 700))))
        .hasSize(2);
  }

  @Test
  void tablesOnOnePageStayApart() {
    assertThat(Tables.of(run(table(1, html("", "Tea", "1")), table(1, html("", "Milk", "2")))))
        .hasSize(2);
  }

  @Test
  void headerRowsCanBeSetWhereNoneAreMarked() {
    Table table = one(table(1, html("", "Item", "Price"))).withHeaderRows(1);

    assertThat(table.header()).containsExactly("Item", "Price");
    assertThat(table.rows()).isEmpty();
    assertThat(table.withHeaderRows(0).header()).isEmpty();
    assertThatThrownBy(() -> table.withHeaderRows(2))
        .hasMessage("The table has 1 rows: 2 of them cannot be its header.");
  }

  @Test
  void headerRowsMayReachIntoTheNextPage() {
    Table table =
        Tables.of(
                run(
                    table(1, "<table><tr><th>a<tr><td>1</table>"),
                    table(2, "<table><tr><td>2<tr><td>3</table>")))
            .get(0)
            .withHeaderRows(3);

    assertThat(table.header()).containsExactly("a 1 2");
    assertThat(table.parts())
        .extracting(TablePart::page, TablePart::firstRow, TablePart::rowCount)
        .containsExactly(tuple(1, 0, 0), tuple(2, 0, 1));
  }

  @Test
  void rowsAndColumnsWithoutCellsAreLeftOutIfNearlyAllPlacesWouldBeEmpty() {
    Table table =
        one(table(1, "", cell(Integer.MIN_VALUE, 0, "a"), cell(Integer.MAX_VALUE, 16_383, "b")));

    assertThat(texts(table)).containsExactly(List.of("a", ""), List.of("", "b"));
  }

  @Test
  void markdownMayHaveThousandsOfColumns() {
    String markdown = "|a".repeat(5000) + "|\n" + "|-".repeat(5000) + "|\n|1|\n";

    assertThat(one(table(1, markdown)).columnCount()).isEqualTo(5000);
  }

  @Test
  void aRunWithoutOutputIsRefusedWithTheReason() {
    assertThatThrownBy(
            () ->
                Tables.of(
                    Parsed.run()
                        .status(RunStatus.FAILED)
                        .failureReason("CORRUPT_FILE")
                        .failureMessage("The file could not be read")
                        .build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The run pr_1 has no output: it is FAILED for CORRUPT_FILE, The file could not be"
                + " read.");
  }

  @Test
  void aRunWithItsOutputElsewhereSaysWhatToDo() {
    assertThatThrownBy(() -> Tables.of(Parsed.run().outputUrl("https://example.com/x").build()))
        .hasMessage(
            "The run pr_1 has no output: it was asked for as a URL. Download it and pass the"
                + " ParseRunOutput, or retrieve the run without responseType.");
  }

  @Test
  void toStringShowsNoText() {
    assertThat(one(table(1, html("", "Tea", "1"))).toString())
        .isEqualTo("Table{rows=1, columns=2, pages=[1]}");
  }

  private static String html(String header, String... cells) {
    return "<table><tr>" + header + "</tr><tr><td>" + String.join("<td>", cells) + "</table>";
  }

  private static Table one(Block... blocks) {
    List<Table> tables = Tables.of(run(blocks));
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  private static List<List<String>> texts(Table table) {
    return table.rows().stream().map(TableRow::texts).toList();
  }
}
