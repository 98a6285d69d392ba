package io.github.extendclient.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Renders pages, but not those that draw forms within forms nearly without end: a file of a few
 * hundred bytes could otherwise occupy a thread without end. For one thread.
 */
final class BoundedRenderer extends PDFRenderer {
  /** The maximum of forms and images on a page, those within forms included. */
  private static final int MAX_OBJECTS = 50_000;

  BoundedRenderer(PDDocument pdf) {
    super(pdf);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new BoundedDrawer(parameters);
  }

  private static final class BoundedDrawer extends PageDrawer {
    private int objects;

    BoundedDrawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    /** Throws an unchecked exception, because PDFBox continues after others. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (operator.getName().equals(OperatorName.DRAW_OBJECT) && ++objects > MAX_OBJECTS) {
        throw new UncheckedIOException(
            new IOException(
                "The page draws more than " + MAX_OBJECTS + " forms and images. Is it damaged?"));
      }
      super.processOperator(operator, operands);
    }
  }
}
