package io.github.extendclient.testing.internal.file;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.engine.PdfConverter;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Upload, read and delete files, the same in both versions but for their shapes. */
public final class FileOperations {
  private static final int BYTES_THAT_TELL_THE_TYPE = 16;

  /** The types that are converted on request; files of other types are kept unchanged. */
  private static final Set<FileType> CONVERTIBLE =
      Set.of(FileType.IMG, FileType.DOCX, FileType.EXCEL, FileType.HTML);

  private static final Pages.Times<StoredFile> TIMES = Pages.fixed(StoredFile::createdAt);

  private final Environment environment;
  private final FileInputs inputs;

  public FileOperations(Environment environment) {
    this.environment = environment;
    this.inputs = new FileInputs(environment);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (ApiVersion version : ApiVersion.values()) {
      routes.add(new Route(version, "GET", "/files", this::list));
      routes.add(new Route(version, "POST", "/files/upload", this::upload));
      routes.add(new Route(version, "GET", "/files/{id}", this::get));
      routes.add(new Route(version, "DELETE", "/files/{id}", this::delete));
    }
    routes.add(new Route(ApiVersion.V2025_04_21, "POST", "/files", this::create));
    return routes;
  }

  private Response list(Call call) {
    boolean legacy = call.version().isLegacy();
    return environment
        .pages()
        .response(
            call,
            environment.store().files(),
            file -> call.queryContainedIn("nameContains", file.name()),
            new Pages.Listing<>(
                legacy ? "files" : null,
                false,
                TIMES,
                legacy
                    ? file -> FileShape.file(file, call.version(), null, null)
                    : FileShape::summary));
  }

  /** Creates a file from text or a URL, as in 2025-04-21. */
  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    String name = body.requireText("name");
    body.text("mediaType");
    if (body.has("url") == body.has("rawText")) {
      throw ApiException.invalidRequest(
          "The body must have exactly one of \"url\" and \"rawText\", but it has "
              + (body.has("url") ? "both." : "none."));
    }
    StoredFile file =
        body.has("url")
            ? inputs.ofUrl(body.requireText("url"), "url", Optional.of(name), null)
            : inputs.ofText(body.requireText("rawText"), name);
    return response(call, FileShape.file(file, call.version(), null, null));
  }

  private Response upload(Call call) throws IOException {
    boolean convertToPdf = call.queryFlag("convertToPdf");
    Multipart form = Multipart.read(call.request(), environment.store().contents());
    Content content = form.content();
    String name = form.fileName();
    if (content.size() == 0) {
      throw ApiException.invalidRequest("The file " + name + " is empty.");
    }
    FileType type = FileType.of(name, content.firstBytes(BYTES_THAT_TELL_THE_TYPE));
    StoredFile file =
        new StoredFile(
            environment.newKey(),
            name,
            type,
            environment.counted(content, type, form.password()),
            form.password(),
            null,
            environment.now());
    if (convertToPdf && type != null && CONVERTIBLE.contains(type)) {
      file = converted(file);
    }
    environment.store().files().put(file.key(), file);
    return response(call, FileShape.file(file, call.version(), null, null));
  }

  private StoredFile converted(StoredFile file) {
    try {
      return environment
          .documents()
          .within(budget -> PdfConverter.converted(file, file.key(), file.createdAt(), budget));
    } catch (RunFailedException e) {
      throw ApiException.failedRun(e.reason().name(), e.getMessage());
    }
  }

  private Response get(Call call) {
    StoredFile file = require(call.id());
    boolean rawText = call.queryFlag("rawText");
    boolean markdown = call.queryFlag("markdown");
    call.queryFlag("html");
    String url = environment.urls().sign(file.id(), file.name());
    JsonObject contents = contents(file, rawText, markdown);
    return response(call, FileShape.file(file, call.version(), url, contents));
  }

  private Response delete(Call call) {
    String id = call.id();
    environment.remove(Store::files, "file", id);
    return call.version().isLegacy()
        ? LegacyResponse.deleted("file", "fileId", id)
        : Response.json(200, JsonObject.of("id", id));
  }

  /** The file with this ID. */
  public StoredFile require(String id) {
    return environment.require(Store::files, "file", id);
  }

  private static Response response(Call call, JsonObject file) {
    return call.version().isLegacy() ? LegacyResponse.of("file", file) : Response.json(200, file);
  }

  private @Nullable JsonObject contents(StoredFile file, boolean rawText, boolean markdown) {
    if (!rawText && !markdown) {
      return null;
    }
    Document document;
    try {
      document = environment.documents().within(file::read);
    } catch (RunFailedException e) {
      return null;
    }
    JsonObject contents = new JsonObject();
    if (rawText) {
      String all =
          document.pages().stream().map(FileOperations::text).collect(Collectors.joining("\n"));
      contents.put("rawText", all);
    }
    contents.put(
        "pages", document.pages().stream().map(page -> contentsPage(page, markdown)).toList());
    return contents;
  }

  private static JsonObject contentsPage(Page page, boolean markdown) {
    JsonObject shape = JsonObject.of("pageNumber", (long) page.number());
    if (page.size() != null) {
      shape.put("pageHeight", page.size().height());
      shape.put("pageWidth", page.size().width());
    }
    if (markdown) {
      shape.put("markdown", text(page));
    }
    return shape;
  }

  private static String text(Page page) {
    return page.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
