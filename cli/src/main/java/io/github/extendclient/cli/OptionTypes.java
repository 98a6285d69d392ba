package io.github.extendclient.cli;

import io.github.extendclient.cli.documents.Format;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.ProgressStyle;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, with messages in plain words in place of those of picocli. */
final class OptionTypes {
  private OptionTypes() {}

  /** Registers the types with a command and its subcommands. */
  static void register(CommandLine command) {
    command
        .registerConverter(int.class, number(Integer::valueOf, "whole number"))
        .registerConverter(long.class, number(Long::valueOf, "whole number"))
        .registerConverter(Double.class, number(Double::valueOf, "number"))
        .registerConverter(Format.class, oneOf(Format.values()))
        .registerConverter(ProgressStyle.class, oneOf(ProgressStyle.values()))
        .registerConverter(Path.class, OptionTypes::path);
  }

  private static <N> ITypeConverter<N> number(Function<String, N> parser, String kind) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("\"" + text + "\" is not a " + kind + ".");
      }
    };
  }

  private static <E extends Enum<E>> ITypeConverter<E> oneOf(E[] values) {
    return text ->
        Arrays.stream(values)
            .filter(value -> value.toString().equals(text.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "\""
                            + text
                            + "\" is none of "
                            + Arrays.stream(values)
                                .map(E::toString)
                                .collect(Collectors.joining(", "))
                            + "."));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(FileFailure.unreadableName(text).getMessage());
    }
  }
}
