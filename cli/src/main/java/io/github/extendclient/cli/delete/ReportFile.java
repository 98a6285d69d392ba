package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.PrettyJson;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.deletion.DeletionIssue;
import io.github.extendclient.deletion.DeletionReport;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a job, for programs: a JSON object. */
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
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("ending", report.ending().name());
    object.put("exitCode", exitCode);
    object.put("elapsedSeconds", report.elapsed().toMillis() / 1000.0);
    if (journal != null) {
      object.put("journal", journal.toString());
    }
    if (report.isDryRun()) {
      object.put("planned", report.counts().planned());
    }
    object.put("deleted", report.deleted());
    object.put("alreadyGone", report.alreadyGone());
    object.put("skipped", report.skipped());
    object.put("refused", report.refused());
    object.put("failed", report.failed());
    object.put("routes", report.routes());
    object.put("failureKinds", report.failureKinds());
    object.put("failures", issues(report.failures()));
    object.put("refusals", issues(report.refusals()));
    String json = PrettyJson.of(JsonValue.of(object).json(), Style.PLAIN) + "\n";
    write(json.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) {
    try {
      if (path != null) {
        Files.write(path, bytes);
      }
    } catch (IOException e) {
      throw FileFailure.unwritable("The report " + path, e);
    }
  }

  private static List<Map<String, String>> issues(List<DeletionIssue> issues) {
    List<Map<String, String>> objects = new ArrayList<>();
    for (DeletionIssue issue : issues) {
      Map<String, String> object = new LinkedHashMap<>();
      object.put("id", issue.id());
      object.put("reason", issue.reason());
      objects.add(object);
    }
    return objects;
  }
}
