package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.machine.Calm;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyPolls;

/**
 * All that one run has measured.
 *
 * @param calm what was repeated
 * @param jmh decoding, encoding and calls
 * @param start from the start of a process
 * @param deletion many IDs
 * @param upload one large file
 * @param polls many runs at once
 */
public record Results(
    Calm calm,
    JmhRuns jmh,
    ColdStart.Result start,
    BulkDeletion.Result deletion,
    LargeUpload.Result upload,
    ManyPolls.Result polls) {}
