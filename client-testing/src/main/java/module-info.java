/**
 * The embedded Extend server: a stateful simulation of the API on loopback, with seeded faults.
 *
 * <p>{@code ExtendServerExtension} needs JUnit Jupiter, all else does not: a module that registers
 * it requires {@code org.junit.jupiter.api} itself.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.extendclient.testing {
  requires com.squareup.moshi;
  // PDFBox draws with its classes; an automatic module cannot say so itself.
  requires java.desktop;
  // Counts what a thread allocates, to end a decompression without end.
  requires java.management;
  requires jdk.management;
  requires okhttp3;
  requires okio;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.jsoup;
  requires transitive org.jspecify;
  requires static org.junit.jupiter.api;

  exports io.github.extendclient.testing;
}
