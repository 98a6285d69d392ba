package io.github.extendclient.testing.internal.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The pages of a PDF. PDFBox trusts the page counts in the file and recurses through the page tree;
 * this class ignores the counts and checks the depth first.
 */
public final class PdfPages {
  private record Node(COSDictionary dictionary, int depth) {}

  private PdfPages() {}

  /** The pages in order, after a check of the page tree. */
  public static List<PDPage> of(PDDocument document, Budget budget) {
    check(document, budget);
    List<PDPage> pages = new ArrayList<>();
    document.getPages().forEach(pages::add);
    return pages;
  }

  private static void check(PDDocument document, Budget budget) {
    int pages = 0;
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> stack = new ArrayDeque<>();
    COSDictionary root =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
    if (root != null) {
      stack.push(new Node(root, 1));
    }
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      budget.checkNowAndThen();
      if (!isTree(node.dictionary())) {
        pages++;
        budget.checkPages(pages);
      } else if (seen.add(node.dictionary())) {
        budget.checkDepth(node.depth(), "page trees");
        pushKids(node, stack, budget);
      }
    }
  }

  private static void pushKids(Node node, Deque<Node> stack, Budget budget) {
    COSArray kids = node.dictionary().getCOSArray(COSName.KIDS);
    for (int i = kids == null ? -1 : kids.size() - 1; kids != null && i >= 0; i--) {
      budget.checkNowAndThen();
      if (kids.getObject(i) instanceof COSDictionary kid) {
        stack.push(new Node(kid, node.depth() + 1));
      }
    }
  }

  private static boolean isTree(COSDictionary node) {
    return node.containsKey(COSName.KIDS) || COSName.PAGES.equals(node.getCOSName(COSName.TYPE));
  }
}
