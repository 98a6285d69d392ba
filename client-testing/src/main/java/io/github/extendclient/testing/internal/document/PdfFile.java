package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Opens PDFs within the limits of a budget. No other class opens PDFs. */
public final class PdfFile {
  /**
   * Uses an open PDF.
   *
   * @param <T> what is made of it
   */
  public interface Use<T> {
    /** Uses the open PDF, which is closed afterwards. */
    T apply(PDDocument document) throws IOException, RunFailedException;
  }

  private PdfFile() {}

  /**
   * Opens a PDF, uses it and closes it.
   *
   * @param password {@code null} if none was given
   * @throws RunFailedException if it cannot be opened or used, with the reason
   */
  public static <T> T use(byte[] pdf, @Nullable String password, Budget budget, Use<T> use)
      throws RunFailedException {
    budget.exempt(PdfWarmUp::ensure);
    try (PDDocument document = open(pdf, password == null ? "" : password, budget)) {
      return use.apply(document);
    } catch (InvalidPasswordException e) {
      String problem = password == null ? "none was given" : "the one given does not open it";
      throw new RunFailedException(
          Reason.PASSWORD_PROTECTED_FILE, "The PDF needs a password: " + problem + ".");
    } catch (LimitExceededException e) {
      throw e.toRunFailed();
    } catch (IOException | RuntimeException e) {
      // PDFBox throws unchecked exceptions of many kinds on damaged files.
      throw new RunFailedException(
          Reason.CORRUPT_FILE, "The file cannot be read as PDF: " + e.getMessage() + ".");
    }
  }

  private static PDDocument open(byte[] pdf, String password, Budget budget) throws IOException {
    CheckedSource source = new CheckedSource(new RandomAccessReadBuffer(pdf), budget);
    return new Parser(source, password, budget).parse();
  }

  /** Looks at each stream before anything decompresses it. */
  private static final class Parser extends PDFParser {
    /** The filters that make much of little, in their long and short names. */
    private static final Set<String> EXPANDING =
        Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

    private final Budget budget;

    Parser(CheckedSource source, String password, Budget budget) throws IOException {
      super(source, password);
      this.budget = budget;
    }

    @Override
    protected COSBase parseObjectDynamically(COSObjectKey key, boolean existing)
        throws IOException {
      budget.beginStep();
      return super.parseObjectDynamically(key, existing);
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
      COSBase filters = dictionary.getDictionaryObject(COSName.FILTER, COSName.F);
      if (filters instanceof COSArray list && expanding(list) > 1) {
        throw new LimitExceededException(
            Reason.CORRUPT_FILE,
            "A stream of the PDF is compressed twice, which is beyond the limit of the embedded"
                + " server for decompression.");
      }
      return super.parseCOSStream(dictionary);
    }

    private static long expanding(COSArray filters) {
      return filters.toList().stream()
          .filter(filter -> filter instanceof COSName name && EXPANDING.contains(name.getName()))
          .distinct()
          .count();
    }
  }
}
