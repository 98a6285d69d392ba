package io.github.extendclient.cli.listing;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads ages such as {@code 90d}. Minutes and months are both m, so neither is taken. */
public final class AgeConverter implements ITypeConverter<Duration> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([hdw])");

  @Override
  public Duration convert(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      throw new TypeConversionException(
          "\""
              + text
              + "\" is not an age: give a number with h, d or w for hours, days or weeks, such as"
              + " 90d.");
    }
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }
}
