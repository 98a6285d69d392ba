package io.github.extendclient.examples.retention;

import com.squareup.moshi.JsonWriter;
import io.github.extendclient.deletion.DeletionIssue;
import io.github.extendclient.deletion.DeletionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The result of a sweep, for programs: a JSON object. */
final class ReportFile {
  private final @Nullable Path path;

  private ReportFile(@Nullable Path path) {
    this.path = path;
  }

  /**
   * Makes the file, so that a path that cannot be written ends the command before anything is
   * deleted.
   *
   * @param path null for none
   */
  static ReportFile open(@Nullable Path path) {
    ReportFile file = new ReportFile(path);
    file.write(new byte[0]);
    return file;
  }

  void write(String command, DeletionReport report, @Nullable Path journal, int exitCode) {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setIndent("  ");
      writer.beginObject();
      writer.name("command").value(command);
      writer.name("ending").value(report.ending().name());
      writer.name("exitCode").value(exitCode);
      writer.name("elapsedSeconds").value(report.elapsed().toMillis() / 1000.0);
      if (journal != null) {
        writer.name("journal").value(journal.toString());
      }
      if (report.isDryRun()) {
        writer.name("planned").value(report.counts().planned());
      }
      writer.name("deleted").value(report.deleted());
      writer.name("alreadyGone").value(report.alreadyGone());
      writer.name("skipped").value(report.skipped());
      writer.name("refused").value(report.refused());
      writer.name("failed").value(report.failed());
      write(writer.name("routes"), report.routes());
      write(writer.name("failureKinds"), report.failureKinds());
      write(writer.name("failures"), report.failures());
      write(writer.name("refusals"), report.refusals());
      writer.endObject();
    } catch (IOException e) {
      throw failure(e);
    }
    write(json.writeUtf8("\n").readByteArray());
  }

  private void write(byte[] bytes) {
    try {
      if (path != null) {
        Files.write(path, bytes);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private CommandFailure failure(IOException cause) {
    return new CommandFailure(
        ExitCode.FILE, "The report " + path + " cannot be written: " + cause, cause);
  }

  private static void write(JsonWriter writer, Map<String, Long> counts) throws IOException {
    writer.beginObject();
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      writer.name(count.getKey()).value(count.getValue());
    }
    writer.endObject();
  }

  private static void write(JsonWriter writer, List<DeletionIssue> issues) throws IOException {
    writer.beginArray();
    for (DeletionIssue issue : issues) {
      writer.beginObject();
      writer.name("id").value(issue.id());
      writer.name("reason").value(issue.reason());
      writer.endObject();
    }
    writer.endArray();
  }
}
