package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.machine.Calm;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.turns.Contestant;
import io.github.extendclient.benchmarks.turns.InTurns;
import java.util.Objects;

/**
 * All that one run has measured.
 *
 * @param calm what was repeated
 * @param jmh decoding, encoding and calls
 * @param turns what is compared within one JVM
 * @param start from the start of a process
 * @param deletion many IDs
 * @param upload one large file
 * @param polls many runs at once
 */
public record Results(
    Calm calm,
    JmhRuns jmh,
    InTurns turns,
    ColdStart.Result start,
    BulkDeletion.Result deletion,
    LargeUpload.Result upload,
    ManyPolls.Result polls) {
  /** How many times longer decoding or encoding takes in one case than in another. */
  double ratio(Case one, Case other) {
    Score score = Objects.requireNonNull(jmh.json().get(one));
    Score otherScore = Objects.requireNonNull(jmh.json().get(other));
    return one.direction().equals("decode")
        ? turns
            .ratio(Contestant.name(one), Contestant.name(other))
            .orElseGet(() -> score.over(otherScore))
        : score.over(otherScore);
  }
}
