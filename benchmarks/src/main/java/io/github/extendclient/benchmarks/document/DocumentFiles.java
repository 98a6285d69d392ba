package io.github.extendclient.benchmarks.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Documents that are generated once for many JVMs, because generating one takes longer than
 * measuring it.
 */
public final class DocumentFiles implements AutoCloseable {
  private static final String PROPERTY = "benchmarks.documents";

  private final Path folder;

  /** Generates the files. */
  public DocumentFiles(List<Document> documents) throws IOException {
    folder = Files.createTempDirectory("documents");
    for (Document document : documents) {
      for (TagPlace tags : TagPlace.values()) {
        Files.write(file(folder, document, tags), document.bytes(tags));
      }
    }
  }

  /** Returns the JVM argument that names the folder. */
  public String jvmArgument() {
    return "-D" + PROPERTY + "=" + folder;
  }

  /** Reads the document from its file, or generates it if there is none. */
  public static byte[] read(Document document, TagPlace tags) throws IOException {
    String folder = System.getProperty(PROPERTY);
    return folder == null
        ? document.bytes(tags)
        : Files.readAllBytes(file(Path.of(folder), document, tags));
  }

  private static Path file(Path folder, Document document, TagPlace tags) {
    return folder.resolve(document + "-" + tags + ".json");
  }

  /** Deletes them. */
  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
