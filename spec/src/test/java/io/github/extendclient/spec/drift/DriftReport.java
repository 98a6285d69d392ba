package io.github.extendclient.spec.drift;

import io.github.extendclient.spec.drift.Change.Effect;
import io.github.extendclient.spec.drift.Decisions.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the changes as a page for the editor of the specification. */
final class DriftReport {
  private final String apiVersion;
  private final String release;
  private final List<Change> open = new ArrayList<>();
  private final Map<Change, Decision> decided = new LinkedHashMap<>();
  private final List<Decision> unused;

  DriftReport(String apiVersion, String release, Collection<Change> changes, Decisions decisions) {
    this.apiVersion = apiVersion;
    this.release = release;
    unused = new ArrayList<>(decisions.all());
    for (Change change : changes) {
      Optional<Decision> decision = decisions.of(change);
      if (decision.isPresent()) {
        decided.put(change, decision.get());
        unused.remove(decision.get());
      } else {
        open.add(change);
      }
    }
    open.sort(Comparator.comparing(Change::effect));
  }

  /** Undecided differences, the worst first. */
  List<Change> open() {
    return open;
  }

  /** The version number that follows from the changes, by semantic versioning. */
  String nextVersion() {
    String[] parts = release.replace("-SNAPSHOT", "").split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    int patch = Integer.parseInt(parts[2]);
    if (open.isEmpty()) {
      return major + "." + minor + "." + patch;
    }
    Effect worst = open.get(0).effect();
    // Before 1.0.0 the second number counts for breaking changes, the third for all others.
    boolean stable = major > 0;
    if (worst == Effect.BREAKING) {
      return stable ? (major + 1) + ".0.0" : "0." + (minor + 1) + ".0";
    }
    boolean addition = open.stream().anyMatch(change -> change.effect() == Effect.ADDITION);
    return stable && addition
        ? major + "." + (minor + 1) + ".0"
        : major + "." + minor + "." + (patch + 1);
  }

  String markdown() {
    StringBuilder page =
        new StringBuilder("# The vendor's document and ours, " + apiVersion + "\n\n");
    long breaking = open.stream().filter(change -> change.effect() == Effect.BREAKING).count();
    page.append(
        """
        %d differences, of which %d break Java; %d more are decided in `src/drift/decided.yaml`.
        After %s follows version **%s**.
        """
            .formatted(open.size(), breaking, decided.size(), release, nextVersion()));
    writeOpen(page);
    writeChangelog(page);
    writeDecided(page);
    return page.toString();
  }

  private void writeOpen(StringBuilder page) {
    Map<String, List<Change>> byFile = new TreeMap<>();
    open.forEach(
        change -> byFile.computeIfAbsent(change.file(), f -> new ArrayList<>()).add(change));
    byFile.forEach(
        (file, changes) -> {
          page.append(
              """

              ## `src/main/openapi/%s/%s`

              | what | difference | effect | met first in |
              |---|---|---|---|
              """
                  .formatted(apiVersion, file));
          for (Change change : changes) {
            page.append(
                "| `%s` | %s | %s | %s |%n"
                    .formatted(
                        change.element(),
                        cell(change.what()),
                        change.effect().words() + java(change),
                        change.operations().iterator().next()));
          }
        });
  }

  /** The method that a change of a property shows in, if it is one. */
  private static String java(Change change) {
    String[] parts = change.element().split("\\.");
    if (parts.length != 2 || !parts[0].matches("\\w+") || !parts[1].matches("\\w+")) {
      return "";
    }
    return ": `%s.get%s%s()`"
        .formatted(
            parts[0],
            parts[1].substring(0, 1).toUpperCase(java.util.Locale.ROOT),
            parts[1].substring(1));
  }

  private void writeChangelog(StringBuilder page) {
    List<String> additions = new ArrayList<>();
    List<String> breaking = new ArrayList<>();
    for (Change change : open) {
      String line = "- `" + change.element() + "`: " + change.what() + ".";
      if (change.effect() == Effect.BREAKING) {
        breaking.add(line);
      } else if (change.effect() != Effect.DOCUMENTATION) {
        additions.add(line);
      }
    }
    if (additions.isEmpty() && breaking.isEmpty()) {
      return;
    }
    page.append("\n## Lines for `CHANGELOG.md`\n\n```markdown\n");
    section(page, "### Specification " + apiVersion, additions);
    section(page, "### Breaking", breaking);
    page.append("```\n");
  }

  private static void section(StringBuilder page, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      page.append(title).append("\n\n");
      lines.forEach(line -> page.append(line).append('\n'));
      page.append('\n');
    }
  }

  private void writeDecided(StringBuilder page) {
    if (!decided.isEmpty()) {
      page.append("\n## Decided\n\n| difference | reason |\n|---|---|\n");
      decided.forEach(
          (change, decision) ->
              page.append(
                  "| `%s` | %s |%n".formatted(cell(change.key()), cell(decision.reason()))));
    }
    if (!unused.isEmpty()) {
      page.append("\n## Decisions that match nothing here\n\n");
      unused.forEach(decision -> page.append("- `").append(decision.text()).append("`\n"));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
