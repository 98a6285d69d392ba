package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document for retrieval, with all that it takes to show where it came from.
 *
 * @param text Markdown, or what the target of the run was
 * @param firstPage counted from 1; null where the document has no pages
 * @param lastPage itself included; null where the document has no pages
 * @param boxes where its blocks stand, in reading order; those without a known position are left
 *     out
 * @param blockIds the blocks it consists of, in reading order
 * @param fileId the file in the API; null if the API could not take it in
 * @param fileName its name; null if the API could not take it in
 * @param sourceHash SHA-256 of the document, in hexadecimal; null unless the document was given
 */
public record Passage(
    String text,
    @Nullable Integer firstPage,
    @Nullable Integer lastPage,
    List<PageBox> boxes,
    List<String> blockIds,
    @Nullable String fileId,
    @Nullable String fileName,
    @Nullable String sourceHash) {
  /** A passage; see the parameters of the record. */
  public Passage {
    boxes = List.copyOf(boxes);
    blockIds = List.copyOf(blockIds);
  }

  /**
   * What is known of the passage beside its text, as the single values that stores for retrieval
   * take: {@code file_id}, {@code file_name}, {@code source_sha256}, {@code first_page}, {@code
   * last_page}, {@code block_ids} and {@code boxes}. The last two are texts: IDs with commas
   * between, and {@code page:left,top,right,bottom} with semicolons between.
   *
   * @return a map of its own for each call, without what is null or empty; values are {@code
   *     String} and {@code Integer}
   */
  public Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    put(metadata, "file_id", fileId);
    put(metadata, "file_name", fileName);
    put(metadata, "source_sha256", sourceHash);
    put(metadata, "first_page", firstPage);
    put(metadata, "last_page", lastPage);
    put(metadata, "block_ids", String.join(",", blockIds));
    put(metadata, "boxes", String.join(";", boxes.stream().map(Passage::text).toList()));
    return metadata;
  }

  private static void put(Map<String, Object> metadata, String key, @Nullable Object value) {
    if (value != null && !value.equals("")) {
      metadata.put(key, value);
    }
  }

  private static String text(PageBox box) {
    return box.page() + ":" + box.left() + "," + box.top() + "," + box.right() + "," + box.bottom();
  }
}
