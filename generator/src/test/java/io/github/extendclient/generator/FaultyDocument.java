package io.github.extendclient.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;

/** A document with a single file, for tests of what is refused in it. */
record FaultyDocument(Path folder, String text) {
  /** Returns the faults that a check finds, one in a line; empty if there are none. */
  String faults(BiConsumer<SpecNode, Refusals.Faults> check) throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(file, text);
    try {
      SpecFile document = Objects.requireNonNull(SpecFile.read(file.toString()));
      Refusals.Faults faults = new Refusals.Faults();
      check.accept(document.root(), faults);
      faults.refuse();
      return "";
    } catch (Refusal refusal) {
      // The folder differs from run to run.
      return Objects.requireNonNull(refusal.getMessage()).replace(folder + "/", "");
    }
  }
}
