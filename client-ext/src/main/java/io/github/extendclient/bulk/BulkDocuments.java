package io.github.extendclient.bulk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A source of documents. They are read one by one during processing, so a million documents need no
 * more memory than a thousand. Each run reads from the beginning.
 *
 * <pre>{@code
 * BulkDocuments inbox = BulkDocuments.under(Path.of("inbox"), "*.pdf", "*.docx");
 * }</pre>
 */
public final class BulkDocuments implements Iterable<BulkDocument> {
  private final Supplier<Iterator<BulkDocument>> source;
  private final long count;

  private BulkDocuments(Supplier<Iterator<BulkDocument>> source, long count) {
    this.source = source;
    this.count = count;
  }

  /**
   * Returns the files of a folder and its subfolders. The key of each is its path relative to the
   * folder, with slashes.
   *
   * @param folder an existing folder
   * @param globs patterns of file names, such as {@code *.pdf}; if empty, all files whose names do
   *     not start with a dot
   * @return the files, in no particular order
   */
  public static BulkDocuments under(Path folder, String... globs) {
    return new BulkDocuments(() -> new FolderWalk(folder, Arrays.asList(globs)), -1);
  }

  /**
   * Returns files, with their paths as keys.
   *
   * @param files each must exist when its turn comes
   * @return the files, in the same order
   */
  public static BulkDocuments files(Collection<Path> files) {
    return each(files, BulkDocument::file);
  }

  /**
   * Returns documents that the server fetches itself.
   *
   * @param urls reachable by the server
   * @return the documents, in the same order
   */
  public static BulkDocuments urls(Iterable<String> urls) {
    return each(urls, BulkDocument::url);
  }

  /**
   * Returns uploaded files.
   *
   * @param fileIds such as {@code file_xK9mLPqRtN3vS8wF5hB2cQ}
   * @return the files, in the same order
   */
  public static BulkDocuments ids(Iterable<String> fileIds) {
    return each(fileIds, BulkDocument::id);
  }

  /**
   * Returns the given documents.
   *
   * @param documents with distinct keys
   * @return the documents, in the same order
   */
  public static BulkDocuments of(BulkDocument... documents) {
    return each(Arrays.asList(documents), document -> document);
  }

  @Override
  public Iterator<BulkDocument> iterator() {
    return source.get();
  }

  /** Returns the number of documents; -1 if it is unknown before they are read. */
  long count() {
    return count;
  }

  private static <E> BulkDocuments each(Iterable<E> elements, Function<E, BulkDocument> document) {
    return new BulkDocuments(
        () -> {
          Iterator<E> iterator = elements.iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return iterator.hasNext();
            }

            @Override
            public BulkDocument next() {
              return document.apply(iterator.next());
            }
          };
        },
        elements instanceof Collection<E> collection ? collection.size() : -1);
  }
}
