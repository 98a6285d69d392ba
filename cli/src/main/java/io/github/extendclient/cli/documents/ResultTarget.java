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

  /** The format if none was given: for people on a terminal, for programs elsewhere. */
  static Format usual(Shell shell, @Nullable Path out, boolean isParse) {
    if (out != null || !shell.terminal().isOutput()) {
      return Format.JSON;
    }
    return isParse ? Format.MARKDOWN : Format.TABLE;
  }

  /** Sets where the results of bulk processing go; {@code beside} is told of each as well. */
  Bulk<JsonValue> applyTo(Bulk<JsonValue> bulk, Consumer<BulkResult<JsonValue>> beside) {
    if (out == null || out.toString().equals("-")) {
      return bulk.onResult(beside.andThen(this::print));
    }
    if (out.toString().endsWith(".jsonl")) {
      if (format != Format.JSON) {
        throw CommandFailure.usage(
            "--out " + out + " takes JSON lines: leave out --format " + format + ".");
      }
      return bulk.onResult(beside).results(BulkResults.jsonLines(out));
    }
    if (isFile()) {
      return bulk.onResult(beside.andThen(result -> write(out, result)));
    }
    if (format == Format.JSON) {
      return bulk.onResult(beside).results(BulkResults.jsonFiles(out));
    }
    if (format == Format.MARKDOWN && isParse) {
      return bulk.onResult(beside).results(BulkResults.markdownFiles(out));
    }
    return bulk.onResult(
        beside.andThen(result -> write(out.resolve(fileName(result.key())), result)));
  }

  /** One document and a path that looks like that of a file. */
  private boolean isFile() {
    return isSingle
        && out != null
        && !Files.isDirectory(out)
        && out.getFileName().toString().contains(".");
  }

  private void print(BulkResult<JsonValue> result) {
    synchronized (shell) {
      if (shell.terminal().isOutput() && shell.terminal().isError()) {
        shell.err().print(BulkView.ERASE);
        shell.err().flush();
      }
      printHere(result);
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
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path whole = Files.createTempFile(folder, ".extend-", ".part");
      Files.writeString(whole, content);
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailure.unwritable("The file " + file, e);
    }
  }

  /** Keeps the folders of a key, but never leads out of the folder. */
  private String fileName(String key) {
    String name =
        plainKey(key)
            .replaceAll("[^A-Za-z0-9._/ -]+", "_")
            .replaceAll("(^|/)[./ ]*(?=/|$)|^/+", "$1_");
    return name + format.ending();
  }

  private static String plainKey(String key) {
    return key.replaceAll("#.*", "");
  }
}
