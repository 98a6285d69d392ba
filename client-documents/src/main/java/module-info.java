/**
 * Documents of the Extend client: facts before the upload, cutting and splitting, and proofs, which
 * draw what was read upon the source.
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
