package io.github.extendclient.cli.shell;

/**
 * Colours of a terminal. Only those of the eight that can be read on a light and on a dark ground,
 * and bold; nothing sets the ground itself.
 */
public enum Style {
  /** None. */
  PLAIN,
  /** By the codes of ECMA-48. */
  COLOURS;

  /** {@return headings} */
  public String bold(String text) {
    return code("1", text);
  }

  /** {@return what is less important} */
  public String faint(String text) {
    return code("2", text);
  }

  /** {@return names} */
  public String name(String text) {
    return code("36", text);
  }

  /** {@return what went well} */
  public String good(String text) {
    return code("32", text);
  }

  /** {@return what failed} */
  public String bad(String text) {
    return code("31", text);
  }

  /** {@return the status of a run, in its colour} */
  public String status(String status) {
    return switch (status) {
      case "PROCESSED", "COMPLETED" -> good(status);
      case "FAILED", "CANCELLED", "REJECTED" -> bad(status);
      default -> status;
    };
  }

  private String code(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
