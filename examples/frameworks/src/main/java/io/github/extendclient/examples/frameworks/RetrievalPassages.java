package io.github.extendclient.examples.frameworks;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import io.github.extendclient.result.Passage;
import java.util.List;
import org.springframework.ai.document.Document;

/** Converts passages to the types of LangChain4j and Spring AI for their stores. */
public final class RetrievalPassages {
  private RetrievalPassages() {}

  /**
   * For LangChain4j: {@code embeddingStore.addAll(model.embedAll(segments).content(), segments)}.
   *
   * @param passages of a parse run
   * @return one for each passage, with its metadata
   */
  // region langchain4j
  public static List<TextSegment> textSegments(List<Passage> passages) {
    return passages.stream()
        .map(passage -> TextSegment.from(passage.text(), Metadata.from(passage.metadata())))
        .toList();
  }

  // endregion

  /**
   * For Spring AI: {@code vectorStore.add(documents)}.
   *
   * @param passages of a parse run
   * @return one for each passage, with its metadata
   */
  // region spring-ai
  public static List<Document> documents(List<Passage> passages) {
    return passages.stream()
        .map(passage -> new Document(passage.text(), passage.metadata()))
        .toList();
  }
  // endregion
}
