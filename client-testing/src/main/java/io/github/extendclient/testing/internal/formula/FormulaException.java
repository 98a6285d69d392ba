package io.github.extendclient.testing.internal.formula;

/** A formula that cannot be evaluated; the message is for its author. */
public final class FormulaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reason, as the results of rules name it. */
  public enum Reason {
    /** The text cannot be parsed. */
    PARSE_ERROR,
    /** The formula does not fit the values. */
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

  /** A formula that does not fit the values. */
  public static FormulaException value(String message) {
    return new FormulaException(Reason.VALUE_ERROR, message);
  }

  /** The reason. */
  public Reason reason() {
    return reason;
  }
}
