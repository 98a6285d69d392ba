package io.github.extendclient.spec.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finishes the bundled documents. The build runs this file by itself, as a program of one source
 * file, on what the bundler wrote; it needs nothing but the JDK.
 *
 * <p>A mark {@code {operation:parseRuns_retrieve}} in a text becomes the method and path of that
 * operation as a code span. Dates get quotes, as a strict reader of YAML 1.1 would take them for
 * dates, not text.
 */
final class BundleFinisher {

  private static final Pattern MARK = Pattern.compile("\\{operation:(\\w+)}");
  private static final Pattern DATE =
      Pattern.compile(
          "(?m)^(\\s*(?:- )*(?:[\\w.\"-]+: )?)"
              + "(\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d))?)$");

  /** Lines of the bundler's layout: a path, a method below it, the operation ID below that. */
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?m)^  (/.*):$|^    (get|put|post|delete|patch):$" + "|^      operationId: (\\w+)$");

  private BundleFinisher() {}

  /** Finishes the files that {@code arguments} name, in place. */
  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      Path file = Path.of(argument);
      Files.writeString(file, finish(Files.readString(file)));
    }
  }

  static String finish(String bundle) {
    Map<String, String> operations = operations(bundle);
    String rendered =
        MARK.matcher(bundle)
            .replaceAll(
                mark -> {
                  String operation = operations.get(mark.group(1));
                  if (operation == null) {
                    throw new IllegalArgumentException(
                        mark.group() + " names no operation of the document");
                  }
                  return operation;
                });
    return DATE.matcher(rendered).replaceAll("$1\"$2\"");
  }

  private static Map<String, String> operations(String bundle) {
    Map<String, String> operations = new HashMap<>();
    String path = "";
    String method = "";
    for (MatchResult line : OPERATION.matcher(bundle).results().toList()) {
      if (line.group(1) != null) {
        path = line.group(1);
      } else if (line.group(2) != null) {
        method = line.group(2).toUpperCase(Locale.ROOT);
      } else {
        operations.put(line.group(3), "`" + method + " " + path + "`");
      }
    }
    return operations;
  }
}
