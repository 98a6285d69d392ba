/**
 * Retrofit interfaces and Moshi models of the Extend API, one package for each API version.
 *
 * <p>What they refer to in their signatures comes with them.
 */
// The extension is compiled later, so its module is not found here.
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module io.github.extendclient.generated {
  requires static com.fasterxml.jackson.annotation;
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires transitive org.jspecify;
  requires transitive retrofit2;

  exports io.github.extendclient.runtime;
  exports io.github.extendclient.runtime.internal to
      io.github.extendclient;
}
