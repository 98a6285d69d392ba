package io.github.extendclient.cli.documents;

import io.github.extendclient.bulk.Bulk;
import io.github.extendclient.bulk.BulkResult;
import io.github.extendclient.bulk.BulkResults;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: a folder, a file, JSON lines, or standard output. Called by several threads.
 */
final class ResultTarget {
  private final Shell shell;
  private final Format format;
  private final @Nullable Path out;
  private final boolean isSingle;
  private final boolean isParse;
  private final ResultText text;

  ResultTarget(Shell shell, Format format, @Nullable Path out, boolean isSingle, boolean isParse) {
    this.shell = shell;
    this.format = format;
    this.out = out;
    this.isSingle = isSingle;
    this.isParse = isParse;
    this.text = new ResultText(isParse, format, shell);
  }

  /** Returns the format if none was given: for people on a terminal, for programs elsewhere. */
  static Format defaultFormat(Shell shell, @Nullable Path out, boolean isParse) {
    if (!isStandardOutput(out) || !shell.terminal().isOutput()) {
      return Format.JSON;
    }
    return isParse ? Format.MARKDOWN : Format.TABLE;
  }

  /** Sets where the results go; {@code beside} receives each result too. */
  Bulk<JsonValue> applyTo(Bulk<JsonValue> bulk, Consumer<BulkResult<JsonValue>> beside) {
    if (out == null || isStandardOutput(out)) {
      return bulk.onResult(beside.andThen(this::print));
    }
    if (isFile(out)) {
      return bulk.onResult(beside.andThen(result -> write(out, result)));
    }
    return bulk.onResult(beside).results(results(out));
  }

  private BulkResults results(Path target) {
    if (target.toString().endsWith(".jsonl")) {
      if (format != Format.JSON) {
        throw CommandFailure.usage(
            "--out " + target + " takes JSON lines: leave out --format " + format + ".");
      }
      return BulkResults.jsonLines(target);
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw CommandFailure.usage(
          "--out "
              + target
              + " is a file, and there can be several results: name a folder, or a file that ends"
              + " with .jsonl.");
    }
    return BulkResults.files(
        target, format.ending(), result -> text.of(plainKey(result.key()), result.json(), false));
  }

  private static boolean isStandardOutput(@Nullable Path out) {
    return out == null || out.toString().equals("-");
  }

  /** Whether there is one document, and the path exists as a file or looks like that of one. */
  private boolean isFile(Path target) {
    return isSingle
        && !target.toString().endsWith(".jsonl")
        && !Files.isDirectory(target)
        && (Files.exists(target) || target.getFileName().toString().contains("."));
  }

  private void print(BulkResult<JsonValue> result) {
    synchronized (shell) {
      if (shell.terminal().isOutput() && shell.canErase()) {
        shell.err().print(BulkView.ERASE);
        shell.err().flush();
      }
      printHere(result);
      // Ends processing, so that no more runs are created whose results would be lost.
      shell.out().requireWritten();
    }
  }

  private void printHere(BulkResult<JsonValue> result) {
    PrintWriter writer = shell.out();
    String key = plainKey(result.key());
    if (!result.isProcessed() && (format != Format.JSON || shell.terminal().isOutput())) {
      return;
    }
    boolean isShown = shell.terminal().isOutput();
    if (isSingle) {
      writer.print(text.of(key, result.json(), isShown));
    } else if (format == Format.JSON) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("key", key);
      line.put("runId", result.runId());
      line.put("status", result.status());
      line.put("run", result.json());
      writer.println(JsonValue.of(line).json());
    } else {
      if (format != Format.CSV) {
        writer.println(shell.style().bold("== " + key));
      }
      writer.print(text.of(key, result.json(), isShown));
    }
    writer.flush();
  }

  private void write(Path target, BulkResult<JsonValue> result) {
    Path file =
        result.isProcessed()
            ? target
            : target.resolveSibling(target.getFileName() + ".failed.json");
    String content =
        result.isProcessed()
            ? text.of(plainKey(result.key()), result.json(), false)
            : result.json().json() + "\n";
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A device, such as /dev/stdout, cannot be replaced.
        Files.writeString(file, content, StandardOpenOption.WRITE);
        return;
      }
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path part = folder.resolve("." + file.getFileName() + ".part");
      Files.writeString(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailure.unwritable("The file " + file, e);
    }
  }

  /** Returns the key without the hash of the content that follows it. */
  private static String plainKey(String key) {
    return key.replaceAll("#.*", "");
  }
}
