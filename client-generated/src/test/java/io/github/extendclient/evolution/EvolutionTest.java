package io.github.extendclient.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.spec.evolution.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The evolution matrix: the effect of each change of patches.yaml on existing programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvolutionTest {
  private static final Path REPORT = Path.of("target/evolution.md");

  /** One for each core: a patch takes a second of a processor, and needs no other patch. */
  private static final int THREADS = 2;

  private final List<String> rows = new ArrayList<>();
  private final Map<String, Future<Timed>> outcomes = new HashMap<>();

  /** The effect of a patch, and the time of the check. */
  private record Timed(Matrix.Outcome outcome, double seconds) {}

  static List<Patch> patches() throws IOException {
    return Patch.all();
  }

  @BeforeAll
  void generate() throws IOException {
    Matrix matrix = new Matrix(Patch.document(), Path.of("target/evolution"));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (Patch patch : patches()) {
      outcomes.put(patch.name(), threads.submit(() -> timed(matrix, patch)));
    }
    threads.shutdown();
  }

  private static Timed timed(Matrix matrix, Patch patch) throws IOException {
    long start = System.nanoTime();
    Matrix.Outcome outcome = matrix.outcome(patch);
    return new Timed(outcome, (System.nanoTime() - start) / 1e9);
  }

  @Test
  void thereArePatchesOfBothKinds() throws IOException {
    assertThat(patches()).extracting(Patch::name).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    assertThat(patches()).extracting(Patch::kind).contains(Patch.Kind.values());
  }

  @ParameterizedTest
  @MethodSource("patches")
  void theEffectOnProgramsIsAsExpected(Patch patch) throws Exception {
    Timed timed = outcomes.get(patch.name()).get();

    Matrix.Outcome outcome = timed.outcome();
    rows.add(row(patch, outcome, timed.seconds()));
    assertThat(outcome.gone()).as("lines of api.txt that are gone").isEqualTo(patch.gone());
    assertThat(outcome.fails()).as("the program that was compiled").isEqualTo(patch.fails());
    if (patch.kind() == Patch.Kind.BREAKING) {
      assertThat(patch.gone()).as("what the build says").isNotEmpty();
    } else {
      assertThat(outcome.errors()).as("javac on the program").isEmpty();
      assertThat(outcome.binary()).as("japicmp").isEmpty();
      assertThat(outcome.documents()).as("documents of the other version").isEmpty();
    }
  }

  @AfterAll
  void report() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# What changes of the specification do to programs");
    lines.add("");
    lines.add("| change | kind | what happened | what the specification's build says | seconds |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(rows);
    lines.add("");
    lines.add("A new API version is tried by `.ci/third-version`, in a copy of the checkout.");
    Files.write(REPORT, lines);
  }

  private static String row(Patch patch, Matrix.Outcome outcome, double seconds) {
    String happened =
        outcome.errors().isEmpty() && outcome.fails().isEmpty()
            ? "the program compiles, links and runs"
            : outcome.errors().size() + " errors of javac; compiled before: " + outcome.fails();
    String lines =
        outcome.gone().isEmpty()
            ? "; +" + outcome.added() + " lines of api.txt"
            : "; gone: `" + String.join("`, `", outcome.gone()) + "`";
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s%s | %s | %.1f |",
        patch.name(),
        patch.kind().name().toLowerCase(Locale.ROOT),
        happened,
        lines,
        String.join("; ", patch.says()),
        seconds);
  }
}
