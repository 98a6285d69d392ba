package io.github.extendclient.deletion;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Deletions in virtual time, with a folder for a journal. As a field with {@code RegisterExtension}
 * it deletes the folder after each test, and clears an interrupt of its thread.
 */
final class DeletionFixture implements AfterEachCallback {
  final VirtualTimeline timeline = new VirtualTimeline();
  final FakeRoutes routes = FakeRoutes.succeeding();
  final Path folder;

  DeletionFixture() {
    try {
      folder = Files.createTempDirectory("deletion");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns deletions that send one request at a time, so that the order of events is fixed. */
  Deletions over(Router router) {
    return new Deletions(router, timeline).concurrency(1);
  }

  Path journal() {
    return folder.resolve("job.journal");
  }

  /** Returns the lines of the journal. */
  List<String> lines() {
    try {
      return Files.readAllLines(journal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Thread.interrupted();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
