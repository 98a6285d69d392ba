/**
 * The client of the Extend API: builder, ID checks, retries, errors, paging, polling, webhooks,
 * bulk deletion and extraction into your own types.
 *
 * <p>Requires the generated interfaces and models transitively. A module that extracts into its own
 * records must export or open their package to this module.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.extendclient {
  requires com.google.common;
  requires transitive com.squareup.moshi;
  requires transitive io.github.extendclient.generated;
  requires kotlin.stdlib;
  requires transitive okhttp3;
  requires okio;
  requires transitive org.jspecify;
  requires org.slf4j;
  requires retrofit2;

  uses org.slf4j.spi.SLF4JServiceProvider;

  exports io.github.extendclient;
  exports io.github.extendclient.attempt;
  exports io.github.extendclient.bulk;
  exports io.github.extendclient.deletion;
  exports io.github.extendclient.error;
  exports io.github.extendclient.extraction;
  exports io.github.extendclient.id;
  exports io.github.extendclient.layout;
  exports io.github.extendclient.operation;
  exports io.github.extendclient.pacing;
  exports io.github.extendclient.page;
  exports io.github.extendclient.result;
  exports io.github.extendclient.webhook;
}
