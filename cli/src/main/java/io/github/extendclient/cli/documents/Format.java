package io.github.extendclient.cli.documents;

import java.util.Locale;

/** What results are written as. */
public enum Format {
  /** Text of a parsed document; of others a table in Markdown. */
  MARKDOWN(".md"),
  /** The run as the API sent it. */
  JSON(".json"),
  /** The tables of a parsed document, or the fields of others, for people. */
  TABLE(".txt"),
  /** The same, for spreadsheets. */
  CSV(".csv");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /** {@return the ending of files with it} */
  String ending() {
    return ending;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
