package io.github.extendclient.benchmarks.turns;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives each contestant its turns, and says what each took. Arguments: the nanoseconds of warm-up,
 * how many rounds, the nanoseconds of a turn, the names of the contestants.
 */
final class InTurnsProgram {
  // In turns as well, so that all meet the same compiled code.
  private static final int WARMUP_ROUNDS = 5;

  private static volatile Object last = "";

  private InTurnsProgram() {}

  public static void main(String[] arguments) throws IOException {
    long warmup = Long.parseLong(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    long turn = Long.parseLong(arguments[2]);
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    for (String name : Arrays.asList(arguments).subList(3, arguments.length)) {
      contestants.put(name, Contestant.of(name));
    }
    for (int i = 0; i < WARMUP_ROUNDS; i++) {
      for (Contestant contestant : contestants.values()) {
        micros(contestant, warmup / WARMUP_ROUNDS);
      }
    }
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
        System.out.println(contestant.getKey() + " " + micros(contestant.getValue(), turn));
      }
    }
    System.exit(0); // Else OkHttp's threads would keep the process.
  }

  /** Of one run, in the runs that begin within a time. */
  private static double micros(Contestant contestant, long nanos) throws IOException {
    long start = System.nanoTime();
    long runs = 0;
    long took;
    do {
      last = contestant.run();
      runs++;
      took = System.nanoTime() - start;
    } while (took < nanos);
    return took / 1e3 / runs;
  }
}
