/**
 * Work with documents beside the Extend client: facts before an upload, cutting and splitting of
 * PDFs, and proofs, which draw the results of runs on the source.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.extendclient.documents {
  requires transitive io.github.extendclient;
  // PDFBox draws with its classes; an automatic module cannot say so itself.
  requires java.desktop;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires transitive org.jspecify;

  exports io.github.extendclient.documents;
}
