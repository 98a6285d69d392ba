package io.github.extendclient.testing.internal.formula;

/** A formula that has no value; the message is meant for whoever wrote it. */
public final class FormulaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as the results of rules spell it. */
  public enum Reason {
    /** The text is no formula. */
    PARSE_ERROR,
    /** The formula does not fit the values that it meets. */
    VALUE_ERROR
  }

  private final Reason reason;

  private FormulaException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static FormulaException parse(String message) {
    return new FormulaException(Reason.PARSE_ERROR, message);
  }

  /** A formula that does not fit the values that it meets. */
  public static FormulaException value(String message) {
    return new FormulaException(Reason.VALUE_ERROR, message);
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
