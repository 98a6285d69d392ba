package io.github.extendclient.examples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import io.github.extendclient.layout.PageBox;
import io.github.extendclient.result.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.document.Document;

class RetrievalPassagesTest {
  private static final Passage PASSAGE =
      new Passage(
          "Thirty days net.",
          2,
          3,
          List.of(new PageBox(2, 1, 2, 3, 4, 600.0, 800.0)),
          List.of("b1", "b2"),
          "file_1",
          "invoice.pdf",
          null);

  @Test
  void aTextSegmentHasTextAndMetadata() {
    TextSegment segment = RetrievalPassages.textSegments(List.of(PASSAGE)).get(0);

    assertThat(segment.text()).isEqualTo("Thirty days net.");
    assertThat(segment.metadata().getInteger("first_page")).isEqualTo(2);
    assertThat(segment.metadata().getString("block_ids")).isEqualTo("b1,b2");
    assertThat(segment.metadata().containsKey("source_sha256")).isFalse();
  }

  @Test
  void aDocumentHasTextAndMetadata() {
    Document document = RetrievalPassages.documents(List.of(PASSAGE)).get(0);

    assertThat(document.getText()).isEqualTo("Thirty days net.");
    assertThat(document.getMetadata())
        .containsEntry("file_id", "file_1")
        .containsEntry("boxes", "2:1.0,2.0,3.0,4.0");
  }
}
