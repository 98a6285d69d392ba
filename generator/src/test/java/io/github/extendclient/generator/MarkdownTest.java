package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private final Markdown markdown =
      new Markdown(code -> code.equals("files_list") ? "FilesApi#list" : null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a `b` c            | a {@code b} c
          see `files_list`   | see {@link FilesApi#list}
          `{a` is open       | <code>{a</code> is open
          [d](https://e.f/g) | <a href="https://e.f/g">d</a>
          **b** and *i*      | <b>b</b> and <i>i</i>
          a_b_c * d          | a_b_c * d
          x < y & z          | x &lt; y &amp; z
          me@example.org     | me&#64;example.org
          end */ of          | end *&#47; of
          C:\\users           | C:&#92;users
          the code `\\u`      | the code <code>&#92;u</code>
          the code `\\d`      | the code {@code \\d}
          """)
  void spansBecomeHtml(String text, String html) {
    assertThat(markdown.inline(text)).isEqualTo(html);
  }

  @Test
  void inlineTagIsNotTakenForOneOfJavadoc() {
    assertThat(markdown.inline("{@link Foo}")).isEqualTo("&#123;&#64;link Foo}");
  }

  @Test
  void paragraphsBehindTheFirstHaveATag() {
    assertThat(markdown.blocks("One\nline.\n\nTwo.")).containsExactly("One line.", "<p>Two.");
  }

  @Test
  void listIsABlock() {
    assertThat(markdown.blocks("Either:\n- a\n  b\n- c"))
        .containsExactly("Either:", "<ul>\n  <li>a b\n  <li>c\n</ul>");
  }
}
