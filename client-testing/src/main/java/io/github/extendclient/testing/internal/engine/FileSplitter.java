package io.github.extendclient.testing.internal.engine;

import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.DocumentReader;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.PdfFile;
import io.github.extendclient.testing.internal.document.PdfPages;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.ParentSplit;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file into documents; each becomes a file. The first page starts a document. Other
 * documents start at the pages with a line that the description of a class quotes; without such
 * pages, at pages that say they are page 1; without these, after blank pages, if the description of
 * a class says that blank pages separate documents; otherwise where the class of the pages changes.
 */
public final class FileSplitter {
  private static final Pattern FIRST_PAGE =
      Pattern.compile("(?i)\\bpage\\s+1\\b(?!\\d)|(?m)^\\s*1\\s*(?:/|of)\\s*\\d+\\s*$");

  /** The signs of a new document; the first that occurs is used. */
  private enum Rule {
    MARKER("Begins with a line that the description of the class quotes."),
    FIRST_PAGE("Begins at a page that says it is page 1."),
    BLANK_PAGE("Begins after a blank page."),
    CLASS("Begins where the class of the pages changes.");

    private final String reason;

    Rule(String reason) {
      this.reason = reason;
    }
  }

  private final Store store;
  private final Supplier<Instant> now;
  private final TextClassifier classes;

  /** For one {@code SplitConfig}; new files go to the store. */
  public FileSplitter(Store store, Supplier<Instant> now, JsonObject config) {
    this.store = store;
    this.now = now;
    this.classes = TextClassifier.ofClasses(config.get("splitClassifications"));
  }

  private record Part(int start, int end, TextClassifier.ClassDefinition category, String why) {}

  /**
   * A {@code SplitOutput}.
   *
   * @throws RunFailedException if no class fits, or if the file cannot be cut
   */
  public JsonObject output(StoredFile file, Document document, Budget budget)
      throws RunFailedException {
    List<JsonObject> splits = new ArrayList<>();
    for (Part part : parts(document)) {
      String key = store.ids().next();
      ParentSplit parent =
          new ParentSplit(file.id(), key, part.category().type(), "", part.start(), part.end());
      StoredFile cut = cut(file, document.pages().size(), parent, budget);
      splits.add(
          JsonObject.of("type", part.category().type())
              .with("observation", part.why())
              .with("identifier", "")
              .with("startPage", (long) part.start())
              .with("endPage", (long) part.end())
              .with("name", cut.name())
              .with("classificationId", part.category().id())
              .with("id", "splt_" + key)
              .with("fileId", cut.id()));
    }
    return JsonObject.of("splits", splits);
  }

  /** The splits that a client gives, with defaults for missing properties. */
  public static List<JsonObject> completed(StoredFile file, @Nullable Object splits) {
    List<JsonObject> completed = new ArrayList<>();
    if (splits instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof JsonObject given) {
          JsonObject split = new JsonObject();
          split.putAll(given);
          split.putIfAbsent("observation", "Given with the request.");
          split.putIfAbsent("identifier", "");
          split.putIfAbsent("id", "splt_" + completed.size());
          split.putIfAbsent("fileId", file.id());
          completed.add(split);
        }
      }
    }
    return completed;
  }

  private List<Part> parts(Document document) throws RunFailedException {
    List<String> texts = document.pages().stream().map(TextClassifier::text).toList();
    Rule rule = rule(texts);
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int page = 1; page <= texts.size(); page++) {
      if (page == texts.size() || begins(texts, page, rule)) {
        parts.add(
            new Part(start + 1, page, category(texts.subList(start, page), rule), rule.reason));
        start = page;
      }
    }
    return parts;
  }

  private Rule rule(List<String> texts) {
    List<String> later = texts.subList(1, texts.size());
    if (later.stream().anyMatch(text -> classes.beginning(text).isPresent())) {
      return Rule.MARKER;
    }
    if (later.stream().anyMatch(FileSplitter::isFirstPage)) {
      return Rule.FIRST_PAGE;
    }
    boolean blanks = later.stream().anyMatch(String::isBlank);
    return blanks && classes.afterBlank() ? Rule.BLANK_PAGE : Rule.CLASS;
  }

  private TextClassifier.ClassDefinition category(List<String> texts, Rule rule)
      throws RunFailedException {
    Optional<TextClassifier.ClassDefinition> marked =
        rule == Rule.MARKER ? classes.beginning(texts.get(0)) : Optional.empty();
    return marked
        .or(
            () ->
                classes
                    .choose(String.join("\n", texts))
                    .or(classes::rest)
                    .map(TextClassifier.Choice::category))
        .orElseThrow(
            () ->
                new RunFailedException(
                    Reason.POST_PROCESSING_FAILURE,
                    "The pages have no word of any class, and there is no class of the"
                        + " type \"other\"."));
  }

  private boolean begins(List<String> texts, int page, Rule rule) {
    String here = texts.get(page);
    String before = texts.get(page - 1);
    return switch (rule) {
      case MARKER -> classes.beginning(here).isPresent();
      case FIRST_PAGE -> isFirstPage(here);
      case BLANK_PAGE -> before.isBlank() && !here.isBlank();
      case CLASS -> differ(classes.choose(before), classes.choose(here));
    };
  }

  private static boolean differ(
      Optional<TextClassifier.Choice> before, Optional<TextClassifier.Choice> here) {
    return before.isPresent()
        && here.isPresent()
        && !before.get().category().equals(here.get().category());
  }

  private static boolean isFirstPage(String text) {
    return FIRST_PAGE.matcher(text).find();
  }

  private StoredFile cut(StoredFile file, int pageCount, ParentSplit part, Budget budget)
      throws RunFailedException {
    boolean whole = part.startPage() == 1 && part.endPage() == pageCount;
    Content content = whole ? file.whole() : pages(file, part, budget);
    int dot = file.name().lastIndexOf('.');
    String base = dot < 0 ? file.name() : file.name().substring(0, dot);
    String extension = dot < 0 ? "" : file.name().substring(dot);
    String name = base + "_" + part.startPage() + "-" + part.endPage() + extension;
    StoredFile cut =
        new StoredFile(
            store.ids().next(),
            name,
            file.type(),
            content,
            whole ? file.password() : null,
            part,
            now.get());
    store.files().put(cut.key(), cut);
    return cut;
  }

  private static Content pages(StoredFile file, ParentSplit part, Budget budget)
      throws RunFailedException {
    if (file.type() != FileType.PDF) {
      return Content.of(DocumentReader.textPages(file.source(), part.startPage(), part.endPage()));
    }
    return PdfFile.use(
        file.bytes(),
        file.password(),
        budget,
        all -> {
          List<PDPage> pages = PdfPages.of(all, budget);
          try (PDDocument some = new PDDocument()) {
            for (PDPage page : pages.subList(part.startPage() - 1, part.endPage())) {
              some.importPage(page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            some.save(bytes);
            return Content.of(bytes.toByteArray()).withPageCount(some.getNumberOfPages());
          }
        });
  }
}
