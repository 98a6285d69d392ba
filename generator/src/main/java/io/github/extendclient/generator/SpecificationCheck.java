package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a specification before its files are bundled, because the bundler drops what it cannot
 * read. A program of its own, which needs nothing of the generator but how documents are read.
 */
public final class SpecificationCheck {
  private static final Pattern MARK = Pattern.compile("\\{operation:([^}]*)}");

  private final SpecNode document;
  private final Refusals.Faults faults;
  private final Set<String> operations = new HashSet<>();

  private SpecificationCheck(SpecNode document, Refusals.Faults faults) {
    this.document = document;
    this.faults = faults;
  }

  /**
   * Checks documents, and prints their faults.
   *
   * @param arguments the first file of each document
   */
  public static void main(String[] arguments) {
    List<String> refused = new ArrayList<>();
    for (String argument : arguments) {
      try {
        check(argument);
      } catch (Refusal refusal) {
        refused.add(Objects.requireNonNull(refusal.getMessage()));
      }
    }
    if (!refused.isEmpty()) {
      System.err.println(String.join("\n", refused));
      System.exit(1);
    }
  }

  /**
   * Checks one document.
   *
   * @param name its first file
   * @throws Refusal if there are faults, naming all of them
   */
  static void check(String name) {
    SpecFile file = SpecFile.read(name);
    if (file == null) {
      throw new Refusal(List.of(name + ": there is no such document: correct its name."));
    }
    Refusals.Faults faults = new Refusals.Faults();
    new DocumentShape(faults).check(file.root());
    new ExtensionRefusals(faults).check(file.root());
    new SpecificationCheck(file.root(), faults).checkMarks();
    faults.refuse();
  }

  private void checkMarks() {
    for (SpecNode use : document.entries("paths").values()) {
      SpecNode path = use.resolved();
      if (path != null) {
        path.entries().values().forEach(part -> operations.add(part.text("operationId")));
      }
    }
    checkMarks(document, new HashSet<>());
  }

  private void checkMarks(SpecNode node, Set<String> seen) {
    if (!seen.add(node.toString())) {
      return;
    }
    MARK.matcher(node.text())
        .results()
        .filter(mark -> !operations.contains(mark.group(1)))
        .forEach(
            mark ->
                faults.add(
                    node,
                    "no operation has the operationId "
                        + mark.group(1)
                        + ", which the text names: correct it."));
    node.entries().values().forEach(value -> checkMarks(value, seen));
    node.items().forEach(item -> checkMarks(item, seen));
    SpecNode target = node.resolved();
    if (target != null) {
      checkMarks(target, seen);
    }
  }
}
