package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds or makes the file that a request for a run names. */
final class FileInputs {
  /**
   * A file and how to read it: a URL that cannot be read gives a file, but no document.
   *
   * @param file what the run shows
   */
  record Input(StoredFile file, Progress.Work<Document> reading) {}

  private final Environment environment;

  FileInputs(Environment environment) {
    this.environment = environment;
  }

  /** One of {@code {url}}, {@code {id}} and, where allowed, {@code {text}}. */
  Input of(Fields file, boolean textAllowed) {
    List<String> allowed = textAllowed ? List.of("url", "id", "text") : List.of("url", "id");
    List<String> given = allowed.stream().filter(file::has).toList();
    if (given.size() != 1) {
      throw Refusal.invalidRequest(
          "The property \""
              + file.path()
              + "\" must have exactly one of "
              + String.join(", ", allowed)
              + ", but it has "
              + (given.isEmpty() ? "none" : String.join(", ", given))
              + ".");
    }
    Optional<String> name = file.text("name");
    return switch (given.get(0)) {
      case "id" -> ofId(file.requireText("id"), file.pathOf("id"));
      case "text" -> ofText(file.requireText("text"), name.orElse("text.txt"));
      default -> {
        String password =
            file.object("settings").flatMap(settings -> settings.text("password")).orElse(null);
        yield ofUrl(file.requireText("url"), file.pathOf("url"), name, password);
      }
    };
  }

  /** One of {@code {fileUrl}} and {@code {fileId}}, the spelling of 2025-04-21. */
  Input ofLegacy(Fields file) {
    List<String> given = Stream.of("fileUrl", "fileId").filter(file::has).toList();
    if (given.size() != 1) {
      throw Refusal.invalidRequest(
          "The property \"file\" must have exactly one of fileUrl, fileId, but it has "
              + (given.isEmpty() ? "none" : String.join(", ", given))
              + ".");
    }
    return given.get(0).equals("fileId")
        ? ofId(file.requireText("fileId"), "file.fileId")
        : ofUrl(file.requireText("fileUrl"), "file.fileUrl", file.text("fileName"), null);
  }

  private Input ofId(String id, String property) {
    StoredFile file =
        environment
            .store()
            .files()
            .find(id)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "There is no file with the ID " + id + ", which " + property + " names."));
    return new Input(file, file::read);
  }

  private Input ofText(String text, String name) {
    String textName = name.endsWith(".txt") ? name : name + ".txt";
    StoredFile file =
        stored(textName, FileType.TXT, Content.of(text.getBytes(StandardCharsets.UTF_8)), null);
    return new Input(file, file::read);
  }

  private Input ofUrl(
      String url, String property, Optional<String> name, @Nullable String password) {
    if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw Refusal.invalidRequest(
          "The property \"" + property + "\" must be an http or https URL, but it is " + url + ".");
    }
    String fileName = name.orElseGet(() -> lastSegment(url));
    Optional<StoredFile> own =
        environment.urls().verify(url).flatMap(environment.store().files()::find);
    if (own.isPresent()) {
      StoredFile original = own.get();
      StoredFile copy = stored(fileName, original.type(), original.content(), password);
      return new Input(copy, copy::read);
    }
    StoredFile unread =
        stored(fileName, FileType.of(fileName, new byte[0]), Content.of(new byte[0]), password);
    return new Input(
        unread,
        () -> {
          throw new UnreadableDocumentException(
              Reason.UNABLE_TO_DOWNLOAD_FILE,
              "The embedded server reads only its own URLs, such as presignedUrl of a file, and"
                  + " only until they expire.");
        });
  }

  private StoredFile stored(
      String name, @Nullable FileType type, Content content, @Nullable String password) {
    StoredFile file =
        new StoredFile(
            environment.store().ids().next(), name, type, content, password, environment.now());
    environment.store().files().put(file.key(), file);
    return file;
  }

  private static String lastSegment(String url) {
    String path = Optional.ofNullable(rawPath(url)).orElse("");
    List<String> segments = Target.of(path).segments();
    String last = segments.get(segments.size() - 1);
    return last.isEmpty() ? "file" : last;
  }

  private static @Nullable String rawPath(String url) {
    try {
      return URI.create(url).getRawPath();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
