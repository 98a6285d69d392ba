package io.github.extendclient.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables in HTML are read as a browser shows them. */
class HtmlTablesTest {
  @ParameterizedTest
  @CsvSource({
    "&eacute;&szlig;, éß",
    "&rsquo;&laquo;&minus;&le;, ’«−≤",
    "&AMP;&amp;lt;, &&lt;",
    "&#233;&#xE9;&#x1F600;, éé😀",
    "&#128;&#150;, €–",
    "&#0;&#xD800;&#x110000;, \ufffd\ufffd\ufffd",
    "&unknown; &nbsp, &unknown; &nbsp",
  })
  void characterReferencesAreResolved(String markup, String text) {
    assertThat(rows("<tr><td>" + markup)).containsExactly(List.of(text));
  }

  @Test
  void aCellWithANoBreakSpaceIsEmpty() {
    assertThat(rows("<tr><td>&nbsp;<td>\u00a0<td>a&nbsp;b&nbsp;"))
        .containsExactly(List.of("", "", "a\u00a0b"));
  }

  @Test
  void aRowWithoutCellsCountsIfCellsAboveCoverIt() {
    assertThat(rows("<tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d<tr></tr>"))
        .containsExactly(List.of("a", "b"), List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void aRowSpanOfZeroReachesToTheEndOfItsSection() {
    assertThat(rows("<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e"))
        .containsExactly(List.of("a", "b"), List.of("a", "c"), List.of("d", "e"));
  }

  @Test
  void aRowSpanEndsWithItsSection() {
    Table table = table("<thead><tr><th rowspan=5>a<th>b</thead><tbody><tr><td>1<td>2</tbody>");

    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows()).extracting(TableRow::texts).containsExactly(List.of("1", "2"));
  }

  @Test
  void aFooterIsLastWhereverItStands() {
    assertThat(rows("<tfoot><tr><td>sum</tfoot><tbody><tr><td>1</tbody>"))
        .containsExactly(List.of("1"), List.of("sum"));
  }

  @Test
  void attributesMayContainABracket() {
    assertThat(rows("<tr><td title=\"a > b\" colspan='2'>c<tr><td title=it's>d<td>e"))
        .containsExactly(List.of("c", "c"), List.of("d", "e"));
  }

  /** Takes minutes if each start of a tag looks for its end in all the text after it. */
  @Test
  @Timeout(20)
  void manyTagsWithoutEndAreText() {
    String open = "<a ".repeat(100_000);

    assertThat(rows("<tr><td>" + open)).containsExactly(List.of(open.strip()));
    assertThat(HtmlText.withoutTags(open)).isEqualTo(open.strip());
  }

  @Test
  void scriptsAndStylesAreNoText() {
    assertThat(rows("<style>td {color: red}</style><tr><td>a<script>if (a < b) c();</script>"))
        .containsExactly(List.of("a"));
  }

  private static List<List<String>> rows(String markup) {
    return table(markup).rows().stream().map(TableRow::texts).toList();
  }

  private static Table table(String markup) {
    return Tables.of(Parsed.run(Parsed.table(1, "<table>" + markup + "</table>"))).get(0);
  }
}
