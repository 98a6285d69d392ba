package io.github.extendclient.testing.internal.engine;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the class whose words occur most often in a text. Words of the type and ID of a class
 * count three times, words of its description once. A text without any of these words belongs to
 * the class of the type {@code other}.
 */
public final class TextClassifier {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern QUOTED =
      Pattern.compile("[\"\u201c`]([^\"\u201c\u201d`]+)[\"\u201d`]");
  private static final Pattern BLANK_PAGE =
      Pattern.compile("(?i)\\b(?:blank|empty)\\s+(?:page|sheet)s?\\b");
  private static final int SHORTEST_KEYWORD = 3;
  private static final int NAME_WEIGHT = 3;

  /** Words of descriptions that do not describe a document. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "and",
          "any",
          "anything",
          "are",
          "document",
          "else",
          "file",
          "for",
          "from",
          "its",
          "not",
          "other",
          "that",
          "the",
          "their",
          "this",
          "what",
          "with");

  /**
   * One class of the configuration.
   *
   * @param markers what stands in quotes in its description: lines that its documents begin with
   * @param afterBlank true if its description says that blank pages stand between documents
   */
  record ClassDefinition(
      String id,
      String type,
      Set<String> nameWords,
      Set<String> descriptionWords,
      Set<String> markers,
      boolean afterBlank) {
    boolean begins(String text) {
      return text.lines().map(String::strip).anyMatch(markers::contains);
    }

    boolean isOther() {
      return type.equalsIgnoreCase("other") || id.equalsIgnoreCase("other");
    }
  }

  /** A class with its score. */
  record Choice(ClassDefinition category, double confidence, List<String> found) {}

  private final List<ClassDefinition> categories;

  private TextClassifier(List<ClassDefinition> categories) {
    this.categories = categories;
  }

  /** The classes of a {@code ClassifyConfig}. */
  public static TextClassifier of(JsonObject config) {
    return ofClasses(config.get("classifications"));
  }

  static TextClassifier ofClasses(@Nullable Object classes) {
    List<ClassDefinition> categories = new ArrayList<>();
    if (classes instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof JsonObject one) {
          String id = String.valueOf(one.get("id"));
          String type = String.valueOf(one.get("type"));
          Set<String> name = words(id + " " + type);
          String description = String.valueOf(one.get("description"));
          Set<String> words = words(description);
          words.removeAll(name);
          Set<String> markers =
              QUOTED
                  .matcher(description)
                  .results()
                  .map(quote -> quote.group(1).strip())
                  .collect(Collectors.toSet());
          boolean afterBlank = BLANK_PAGE.matcher(description).find();
          categories.add(new ClassDefinition(id, type, name, words, markers, afterBlank));
        }
      }
    }
    return new TextClassifier(categories);
  }

  /**
   * A {@code ClassifyOutput}.
   *
   * @throws RunFailedException if nothing fits and there is no class for the rest
   */
  public JsonObject output(Document document) throws RunFailedException {
    String text =
        document.pages().stream().map(TextClassifier::text).collect(Collectors.joining("\n"));
    Choice choice =
        choose(text)
            .or(this::rest)
            .orElseThrow(
                () ->
                    new RunFailedException(
                        Reason.POST_PROCESSING_FAILURE,
                        "The text has no word of any class, and there is no class of the type"
                            + " \"other\"."));
    String reason =
        choice.found().isEmpty()
            ? "No word of another class occurs in the text."
            : "These words of the class occur in the text: "
                + String.join(", ", choice.found())
                + ".";
    return JsonObject.of("id", choice.category().id())
        .with("type", choice.category().type())
        .with("confidence", choice.confidence())
        .with("insights", List.of(JsonObject.of("type", "reasoning").with("content", reason)));
  }

  /** The class that a text fits best, empty if it has no word of any. */
  Optional<Choice> choose(String text) {
    Map<String, Integer> counts = new HashMap<>();
    split(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    List<Map.Entry<ClassDefinition, Integer>> scores =
        categories.stream()
            .map(category -> Map.entry(category, score(category, counts)))
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.<ClassDefinition, Integer>comparingByValue(Comparator.reverseOrder()))
            .toList();
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    int total = scores.stream().mapToInt(Map.Entry::getValue).sum();
    ClassDefinition best = scores.get(0).getKey();
    List<String> found =
        Stream.concat(best.nameWords().stream(), best.descriptionWords().stream())
            .filter(counts::containsKey)
            .toList();
    double share = (double) scores.get(0).getValue() / total;
    return Optional.of(new Choice(best, Math.round(share * 95) / 100.0, found));
  }

  /** The class for texts that fit no other class. */
  Optional<Choice> rest() {
    return categories.stream()
        .filter(ClassDefinition::isOther)
        .findFirst()
        .map(category -> new Choice(category, 0.5, List.of()));
  }

  /** The class whose documents begin with a line with this text; empty if there is none. */
  Optional<ClassDefinition> beginning(String text) {
    return categories.stream().filter(category -> category.begins(text)).findFirst();
  }

  /** True if blank pages separate documents. */
  boolean afterBlank() {
    return categories.stream().anyMatch(ClassDefinition::afterBlank);
  }

  static String text(Page page) {
    return page.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  private static int score(ClassDefinition category, Map<String, Integer> counts) {
    int score = 0;
    for (String word : category.nameWords()) {
      score += NAME_WEIGHT * counts.getOrDefault(word, 0);
    }
    for (String word : category.descriptionWords()) {
      score += counts.getOrDefault(word, 0);
    }
    return score;
  }

  private static Set<String> words(String text) {
    return split(text)
        .filter(word -> word.length() >= SHORTEST_KEYWORD && !STOP_WORDS.contains(word))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> split(String text) {
    return NOT_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word);
  }
}
