package io.github.extendclient.testing.internal.file;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RequestTarget;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds or creates the file that a request for a run names. */
public final class FileInputs {
  private static final int BYTES_THAT_TELL_THE_TYPE = 16;

  private static final List<String> ALL = List.of("url", "id", "text", "base64");

  private static final Set<String> PACKAGE_FORMS = Set.of("url", "id");

  /** From the page on extraction of several files. */
  private static final int MAX_PACKAGE_FILES = 50;

  private final Environment environment;

  public FileInputs(Environment environment) {
    this.environment = environment;
  }

  /** One of {@code {url}}, {@code {id}}, {@code {base64}} and {@code {text}}, as far as allowed. */
  public StoredFile of(Fields file, Set<String> forms) {
    String form = only(file, ALL.stream().filter(forms::contains).toList());
    Optional<String> name = file.text("name");
    return switch (form) {
      case "id" -> ofId(file.requireText("id"), file.pathOf("id"));
      case "text" -> ofText(file.requireText("text"), name.orElse("text.txt"));
      case "base64" ->
          ofBase64(file.requireText("base64"), file.pathOf("base64"), name.orElse("file"));
      default -> {
        String password =
            file.object("settings").flatMap(settings -> settings.text("password")).orElse(null);
        yield ofUrl(file.requireText("url"), file.pathOf("url"), name, password);
      }
    };
  }

  /** One of {@code fileUrl}, {@code fileId} and {@code fileBase64}, as far as allowed. */
  public StoredFile ofLegacy(Fields file, List<String> forms) {
    String form = only(file, forms);
    Optional<String> name = file.text("fileName");
    return switch (form) {
      case "fileId" -> ofId(file.requireText("fileId"), file.pathOf("fileId"));
      case "fileBase64" ->
          ofBase64(file.requireText("fileBase64"), file.pathOf("fileBase64"), name.orElse("file"));
      default -> ofUrl(file.requireText("fileUrl"), file.pathOf("fileUrl"), name, null);
    };
  }

  /** The files of {@code {files: [...]}}, by URL or ID. */
  public List<StoredFile> ofPackage(Fields files) {
    files.require("files");
    List<Fields> given = files.objects("files");
    if (given.isEmpty() || given.size() > MAX_PACKAGE_FILES) {
      throw ApiException.invalidRequest(
          "The property \""
              + files.pathOf("files")
              + "\" must have 1 to "
              + MAX_PACKAGE_FILES
              + " files, but it has "
              + given.size()
              + ".");
    }
    return given.stream().map(file -> of(file, PACKAGE_FORMS)).toList();
  }

  /** A file that was uploaded before. */
  public StoredFile ofId(String id, String property) {
    return environment
        .store()
        .files()
        .find(id)
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "There is no file with the ID " + id + ", which " + property + " names."));
  }

  /** A new file of text. */
  public StoredFile ofText(String text, String name) {
    String textName = name.endsWith(".txt") ? name : name + ".txt";
    return stored(textName, FileType.TXT, Content.of(text.getBytes(StandardCharsets.UTF_8)), null);
  }

  /** A copy of a file of this server, or a file without content. */
  public StoredFile ofUrl(
      String url, String property, Optional<String> name, @Nullable String password) {
    if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw ApiException.invalidRequest(
          "The property \"" + property + "\" must be an http or https URL, but it is " + url + ".");
    }
    String fileName = name.orElseGet(() -> lastSegment(url));
    return environment
        .urls()
        .verify(url)
        .flatMap(environment.store().files()::find)
        .map(own -> stored(fileName, own.type(), own.content(), password))
        .orElseGet(() -> stored(fileName, FileType.of(fileName, new byte[0]), null, password));
  }

  private StoredFile ofBase64(String base64, String property, String name) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidRequest(
          "The property \"" + property + "\" is not base64: " + e.getMessage() + ".");
    }
    Content content = Content.of(bytes);
    FileType type = FileType.of(name, content.firstBytes(BYTES_THAT_TELL_THE_TYPE));
    return stored(name, type, content, null);
  }

  private static String only(Fields file, List<String> allowed) {
    List<String> given = allowed.stream().filter(file::has).toList();
    if (given.size() != 1) {
      throw ApiException.invalidRequest(
          "The property \""
              + file.path()
              + "\" must have exactly one of "
              + String.join(", ", allowed)
              + ", but it has "
              + (given.isEmpty() ? "none" : String.join(", ", given))
              + ".");
    }
    return given.get(0);
  }

  private StoredFile stored(
      String name, @Nullable FileType type, @Nullable Content content, @Nullable String password) {
    StoredFile file =
        new StoredFile(
            environment.newKey(),
            name,
            type,
            content == null ? null : environment.counted(content, type, password),
            password,
            null,
            environment.now());
    environment.store().files().put(file.key(), file);
    return file;
  }

  private static String lastSegment(String url) {
    String path = Optional.ofNullable(rawPath(url)).orElse("");
    List<String> segments = RequestTarget.of(path).segments();
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
