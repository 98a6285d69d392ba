package io.github.extendclient.cli.demo;

/**
 * IDs of the samples of the demo server, the same at each start, for the examples in {@code
 * --help}. They depend on the seed of the server and on the order in which {@link DemoSamples}
 * creates things.
 */
public final class DemoIds {
  /** {@code invoice.pdf}. */
  public static final String INVOICE = "file_mAtGti34kLiNP3oY5Sj9FV";

  /** {@code scan.pdf}: three documents in one. */
  public static final String SCAN = "file_jCFHbatnipwFkg4wt74nWn";

  /** {@code form.pdf}: a form. */
  public static final String FORM = "file_dXdW3N3Sfn7mZ6OBr0eVsA";

  /** An extractor of invoices. */
  public static final String EXTRACTOR = "ex_epDaeW6ttrvmQEtErRJuyS";

  /** A classifier of business mail. */
  public static final String CLASSIFIER = "cl_UT9CtdRCuu5qYe21VJlTVF";

  /** A splitter of scanned business mail. */
  public static final String SPLITTER = "spl_sg3JnFn8HgLydSZKtVEf0v";

  /** A workflow that parses a document and extracts the fields of an invoice. */
  public static final String WORKFLOW = "workflow_x8qRvHoWpfZgeR4KkFvQFK";

  /** A parse run of {@code invoice.pdf}. */
  public static final String PARSE_RUN = "pr_2OnRpsNEPgm4xASLJeT93i";

  /** An extract run of {@code invoice.pdf}. */
  public static final String EXTRACT_RUN = "exr_9L6zipUxnDwm99mJ1iJgCu";

  /** A split run of {@code scan.pdf}. */
  public static final String SPLIT_RUN = "splr_BJuJMGN9pi7fQYqoRgELwp";

  /** A run that ends some seconds after the start. */
  public static final String RUN_UNDER_WAY = "exr_CTNapVUm0l5wxW8XCfz0bL";

  private DemoIds() {}
}
