package io.github.extendclient.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.v20260209.model.Block;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {
  @Test
  void csvHasTheHeaderCommasAndCrLf() {
    assertThat(table("Item, net", "Tea \"Earl\"\nGrey", "1.50").toCsv())
        .isEqualTo("\"Item, net\"\r\n\"Tea \"\"Earl\"\"\nGrey\"\r\n1.50\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1", "+49 30 1234"})
  void formulasGetAnApostrophe(String formula) throws IOException {
    assertThat(read(table("h", formula).toCsv()).get(1)).containsExactly("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12.50", "+3", "-1,234.50", "-5 %", "a=b", "3-4"})
  void numbersAndOtherTextStayAsTheyAre(String text) throws IOException {
    assertThat(read(table("h", text).toCsv()).get(1)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff=1+1", "\u200b=1+1", " =1+1", "\u00a0@SUM(1)", "\n=1", "\t-1+2"})
  void invisibleCharactersBeforeAFormulaChangeNothing(String formula) throws IOException {
    assertThat(read(table("h", formula).toCsv()).get(1)).containsExactly("'" + formula);
  }

  @Test
  void aLongChainOfNumbersIsCheckedToo() throws IOException {
    String version = "-1" + ".1".repeat(20_000);

    assertThat(read(table("h", version, version + "+2").toCsv()))
        .containsExactly(List.of("h"), List.of(version), List.of("'" + version + "+2"));
  }

  @Test
  void aRowWithOneEmptyTextIsNotAnEmptyLine() throws IOException {
    assertThat(table("h", "a", "", "b").toCsv()).isEqualTo("h\r\na\r\n\"\"\r\nb\r\n");
    assertThat(read(table("h", "").toCsv())).containsExactly(List.of("h"), List.of(""));
  }

  @Test
  void anotherLibraryReadsWhatWasWritten() throws IOException {
    Random random = new Random(19);
    String[] texts = new String[200];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = randomText(random);
    }

    List<List<String>> read = read(table("h", texts).toCsv());

    for (int i = 0; i < texts.length; i++) {
      assertThat(read.get(i + 1)).as("row %s of seed 19", i).containsExactly(texts[i]);
    }
  }

  @Test
  void markdownReadsAsTheSameTable() {
    Table table = table("a | b", "x\ny", "");

    assertThat(table.toMarkdown()).isEqualTo("| a \\| b |\n| --- |\n| x<br>y |\n|  |\n");
    Block block = Parsed.table(1, table.toMarkdown());
    Table again = Tables.of(Parsed.run(block)).get(0);
    assertThat(again.header()).isEqualTo(table.header());
    assertThat(again.rows().get(0).texts()).containsExactly("x\ny");
  }

  @Test
  void markdownShowsMarkupAsText() {
    Table table = table("h", "a <b and c> d", "<br>", "&amp;", "1 < 2 & 3");

    assertThat(table.toMarkdown())
        .isEqualTo(
            "| h |\n| --- |\n| a &lt;b and c> d |\n| &lt;br> |\n| &amp;amp; |\n| 1 < 2 & 3 |\n");
    Table again = Tables.of(Parsed.run(Parsed.table(1, table.toMarkdown()))).get(0);
    assertThat(again.rows())
        .extracting(TableRow::texts)
        .isEqualTo(table.rows().stream().map(TableRow::texts).toList());
  }

  @Test
  void markdownOfATableWithoutHeaderHasAnEmptyOne() {
    assertThat(table("a", "b").withHeaderRows(0).toMarkdown())
        .isEqualTo("|  |\n| --- |\n| a |\n| b |\n");
  }

  /** One column, with the first text as its header. */
  private static Table table(String header, String... texts) {
    CellGrid grid = new CellGrid(null);
    grid.addRows(texts.length + 1);
    grid.put(0, 0, 1, 1, header, true);
    for (int i = 0; i < texts.length; i++) {
      grid.put(i + 1, 0, 1, 1, texts[i], false);
    }
    List<TableRow> rows = grid.toRows();
    return new Table(
        rows.subList(0, 1),
        rows.subList(1, rows.size()),
        List.of(new TablePart(null, null, 0, texts.length)),
        null,
        null);
  }

  private static String randomText(Random random) {
    String alphabet = "ab1,;\"'\n\r\t éא日|";
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static List<List<String>> read(String csv) throws IOException {
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      return parser.getRecords().stream().map(CSVRecord::toList).toList();
    }
  }
}
