package io.github.extendclient.benchmarks.turns;

import io.github.extendclient.benchmarks.document.DocumentFiles;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.benchmarks.process.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How many times longer one thing takes than another, measured in short turns within one JVM: what
 * disturbs the machine for longer than a turn disturbs all alike. Some JVMs one after the other, as
 * no two compile the same code alike.
 */
public final class InTurns {
  private final Plan plan;
  private final DocumentFiles files;
  private final List<Map<String, List<Double>>> groups = new ArrayList<>();

  /**
   * How long is measured.
   *
   * @param warmup of each contestant that decodes
   * @param callWarmup of each call, whose code takes long to compile
   * @param rounds in which each has its turn
   * @param turn the time of one turn
   */
  public record Plan(Duration warmup, Duration callWarmup, int rounds, Duration turn) {}

  /** Comparisons by a plan, with documents from these files. */
  public InTurns(Plan plan, DocumentFiles files) {
    this.plan = plan;
    this.files = files;
  }

  /**
   * Measures some against each other.
   *
   * @param jvms how many, one after the other
   * @param warmup of each contestant
   * @param contestants names of {@link Contestant}
   */
  public void measure(int jvms, Duration warmup, Collection<String> contestants) {
    Map<String, List<Double>> micros = new LinkedHashMap<>();
    contestants.forEach(contestant -> micros.put(contestant, new ArrayList<>()));
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(warmup.toNanos()));
    arguments.add(Integer.toString(plan.rounds));
    arguments.add(Long.toString(plan.turn.toNanos()));
    arguments.addAll(contestants);
    List<String> flags = new ArrayList<>(JmhRuns.heap());
    flags.add(files.jvmArgument());
    for (int jvm = 0; jvm < jvms; jvm++) {
      try (Child child =
          Child.start(flags, InTurnsProgram.class, arguments.toArray(String[]::new))) {
        for (int round = 0; round < plan.rounds; round++) {
          micros.forEach((contestant, turns) -> turns.add(child.awaitNumber(contestant + " ")));
        }
      }
    }
    groups.add(micros);
  }

  /** The median of the ratios of all rounds; empty if the two were not compared. */
  public OptionalDouble ratio(String one, String other) {
    for (Map<String, List<Double>> micros : groups) {
      List<Double> ones = micros.get(one);
      List<Double> others = micros.get(other);
      if (ones != null && others != null) {
        return OptionalDouble.of(
            Sample.of(
                    IntStream.range(0, ones.size())
                        .mapToObj(round -> ones.get(round) / others.get(round))
                        .toList())
                .median());
      }
    }
    return OptionalDouble.empty();
  }
}
