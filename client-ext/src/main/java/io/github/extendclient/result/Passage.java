package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document for retrieval, with its source.
 *
 * @param text the text, in the target format of the run, by default Markdown
 * @param firstPage counted from 1; null if the document has no pages
 * @param lastPage inclusive; null if the document has no pages
 * @param boxes the positions of its blocks, in reading order, without blocks of unknown position
 * @param blockIds the IDs of its blocks, in reading order
 * @param fileId the ID of the file; null if the API could not import the file
 * @param fileName the name of the file; null if the API could not import the file
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
  /**
   * Creates a passage.
   *
   * @param text the text
   * @param firstPage the first page, or null
   * @param lastPage the last page, or null
   * @param boxes the positions of its blocks
   * @param blockIds the IDs of its blocks
   * @param fileId the ID of the file, or null
   * @param fileName the name of the file, or null
   * @param sourceHash the hash of the document, or null
   */
  public Passage {
    boxes = List.copyOf(boxes);
    blockIds = List.copyOf(blockIds);
  }

  /**
   * Returns all components except the text, as the flat metadata of vector stores: {@code file_id},
   * {@code file_name}, {@code source_sha256}, {@code first_page}, {@code last_page}, {@code
   * block_ids} and {@code boxes}. The last two are texts: IDs separated by commas, and {@code
   * page:left,top,right,bottom} separated by semicolons.
   *
   * @return a new map for each call, without null or empty values; values are {@code String} and
   *     {@code Integer}
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
