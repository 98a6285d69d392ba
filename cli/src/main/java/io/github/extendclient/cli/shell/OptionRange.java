package io.github.extendclient.cli.shell;

/** Checks the numbers that options take. */
public final class OptionRange {
  private OptionRange() {}

  /**
   * Checks a number that has a lower limit.
   *
   * @throws CommandFailure if the value is below it
   */
  public static void atLeast(String option, long value, long lowest) {
    if (value < lowest) {
      throw CommandFailure.usage(
          option + " is " + value + ": give a number of " + lowest + " or more.");
    }
  }

  /**
   * Checks a number that has two limits.
   *
   * @throws CommandFailure if the value is outside of them
   */
  public static void between(String option, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw CommandFailure.usage(
          option + " is " + value + ": give a number from " + lowest + " to " + highest + ".");
    }
  }

  /**
   * Checks a number that may have a fraction.
   *
   * @throws CommandFailure if the value is not above zero, or infinite
   */
  public static void positive(String option, double value) {
    if (!(value > 0 && value <= Integer.MAX_VALUE)) {
      throw CommandFailure.usage(
          option + " is " + value + ": give a number above 0, or leave it out for no limit.");
    }
  }
}
