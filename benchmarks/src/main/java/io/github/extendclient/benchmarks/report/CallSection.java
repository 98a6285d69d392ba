package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.process.ManyCalls;

/**
 * The tables of calls: a call without a network, the connection check, and many calls to a slow
 * server.
 */
final class CallSection {
  private CallSection() {}

  static String of(Results results) {
    Table table =
        new Table(
            "One call, no network",
            "Median (quartiles), µs",
            "This client / it, time",
            "Bytes allocated",
            "This client / it, bytes");
    row(results, table, "OkHttp alone, body drained (floor)", "okHttpAlone", "ourBytes");
    row(results, table, "plain Retrofit, response as bytes", "plainBytes", "ourBytes");
    row(results, table, "**this client**, response as bytes", "ourBytes", "");
    row(results, table, "Retrofit with hand-written adapters", "plainJson", "ourJson");
    row(results, table, "the same, sends key and API version", "plainJsonWithKey", "ourJson");
    row(results, table, "**this client**", "ourJson", "");
    row(
        results,
        table,
        "Retrofit over a client with `callTimeout`",
        "plainJsonWithCallTimeout",
        "ourJsonWithCallTimeout");
    row(
        results,
        table,
        "**this client** over a client with `callTimeout`",
        "ourJsonWithCallTimeout",
        "");
    return "## Calls\n\n" + table + "\n" + check(results) + many(results);
  }

  private static void row(
      Results results, Table table, String name, String benchmark, String ours) {
    results
        .scores()
        .call(benchmark)
        .ifPresent(
            score ->
                table.row(
                    name,
                    Numbers.of(score.micros()),
                    results.callTimeRatio(ours, benchmark).map(Numbers::times).orElse(""),
                    Numbers.of(score.bytes()),
                    results.callBytesRatio(ours, benchmark).map(Numbers::times).orElse("")));
  }

  private static String check(Results results) {
    Table table =
        new Table("Call over HTTP/1.1 on loopback, median (quartiles), µs", "with", "without");
    results
        .check()
        .result()
        .ifPresent(
            check -> {
              table.row("create", Numbers.of(check.create()), Numbers.of(check.createWithout()));
              table.row("read", Numbers.of(check.read()), Numbers.of(check.readWithout()));
            });
    return "## Connection check\n\nBefore a create the client looks whether the server has ended"
        + " the connection. Without: the same client over a `Call.Factory`.\n\n"
        + table
        + "\n";
  }

  private static String many(Results results) {
    Table table =
        new Table("Calls at once", "Requests at once", "Seconds", "Allowed, s", "Threads at most");
    results
        .calls()
        .result()
        .ifPresent(
            all ->
                all.forEach(
                    calls ->
                        table.row(
                            Integer.toString(calls.calls()),
                            Integer.toString(calls.concurrency()),
                            Numbers.of(calls.seconds()),
                            Numbers.of(calls.allowed()),
                            Long.toString(calls.threads()))));
    return "## Asynchronous calls\n\nThe server takes "
        + ManyCalls.LATENCY_MILLIS
        + " ms for each.\n\n"
        + table
        + "\n";
  }
}
