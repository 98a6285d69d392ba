package io.github.extendclient.bulk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where documents come from. Read one by one while they are processed, so that a million need no
 * more memory than a thousand; each run reads them from the beginning.
 *
 * <pre>{@code
 * Documents inbox = Documents.under(Path.of("inbox"), "*.pdf", "*.docx");
 * }</pre>
 */
public final class Documents implements Iterable<BulkDocument> {
  private final Supplier<Iterator<BulkDocument>> source;
  private final long count;

  private Documents(Supplier<Iterator<BulkDocument>> source, long count) {
    this.source = source;
    this.count = count;
  }

  /**
   * The files of a folder and of the folders in it. The key of each is its path relative to the
   * folder, with slashes.
   *
   * @param folder must exist
   * @param globs of file names, such as {@code *.pdf}; without any, all files whose names do not
   *     begin with a dot
   * @return in no particular order
   */
  public static Documents under(Path folder, String... globs) {
    return new Documents(() -> new FolderWalk(folder, Arrays.asList(globs)), -1);
  }

  /**
   * Files, whose keys are their paths.
   *
   * @param files each must exist when its turn comes
   * @return in that order
   */
  public static Documents files(Collection<Path> files) {
    return each(files, BulkDocument::file);
  }

  /**
   * Documents that the server fetches itself.
   *
   * @param urls that the server can reach
   * @return in that order
   */
  public static Documents urls(Iterable<String> urls) {
    return each(urls, BulkDocument::url);
  }

  /**
   * Files that were uploaded before.
   *
   * @param fileIds such as {@code file_xK9mLPqRtN3vS8wF5hB2cQ}
   * @return in that order
   */
  public static Documents ids(Iterable<String> fileIds) {
    return each(fileIds, BulkDocument::id);
  }

  /**
   * Documents of one's own.
   *
   * @param documents with different keys
   * @return in that order
   */
  public static Documents of(BulkDocument... documents) {
    return each(Arrays.asList(documents), document -> document);
  }

  @Override
  public Iterator<BulkDocument> iterator() {
    return source.get();
  }

  /** How many there are; -1 if that is not known before they are read. */
  long count() {
    return count;
  }

  private static <E> Documents each(Iterable<E> elements, Function<E, BulkDocument> document) {
    return new Documents(
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
